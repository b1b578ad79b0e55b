import { useRef, useState, type ClipboardEvent, type JSX, type ReactNode, type RefObject } from 'react'
import type { Attachments } from './attachments'
import { ConditionsBar } from './ConditionsBar'
import { FileList } from './FileList'
import { useSession } from '@/shared/api/here'
import type { Conditions, Grade } from '@/shared/api/types'
import { highest } from '@/shared/guard/check'
import { useEnter } from '@/shared/keys/enter'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'
import { FilePick } from '@/shared/ui/FilePick'

interface ComposerProps {
  text: string
  onText: (text: string) => void
  attachments: Attachments
  conditions: Conditions
  onConditions: (conditions: Conditions) => void
  /** What is masked before it leaves. */
  strip: ReactNode
  /** The grade of what would leave. */
  after: Grade
  placeholder: string
  sendLabel: string
  /** Why nothing can be sent yet; empty when it can. */
  hindrance: string
  busy: boolean
  editing: boolean
  onSend: (text: string) => void
  onStop: () => void
  onEditCancel: () => void
  field: RefObject<HTMLTextAreaElement | null>
}

const doubleClick = 600

/** Where the official writes: text, files, model, grade, and one button. */
export function Composer({
  text, onText, attachments, conditions, onConditions, strip, after, placeholder, sendLabel, hindrance, busy, editing, onSend, onStop, onEditCancel, field,
}: ComposerProps): JSX.Element {
  const sentAt = useRef(0)
  const [unfolded, setUnfolded] = useState(false)
  const send = (written: string): void => {
    if (busy || !sendable(hindrance, written, attachments)) return
    sentAt.current = performance.now()
    onSend(written)
    field.current?.focus()
  }
  const stop = (): void => {
    if (performance.now() - sentAt.current > doubleClick) onStop() // a double click on send is no wish to stop
  }
  const enter = useEnter(send)
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    attachments.add(files)
  }
  return (
    <section className="composer" aria-label={t('composer.region')}>
      {editing && (
        <p className="composer-editing">
          {t('composer.editing')} <Act weight="quiet" onPress={onEditCancel}>{t('composer.editing_cancel')}</Act>
        </p>
      )}
      <FileList attachments={attachments} />
      <textarea
        ref={field}
        className="composer-text"
        aria-label={t('composer.question')}
        placeholder={placeholder}
        rows={2}
        value={text}
        onChange={(event) => { onText(event.target.value) }}
        onPaste={paste}
        {...enter}
      />
      {strip}
      <div className="composer-foot" data-unfolded={unfolded}>
        <FilePick label={t('composer.files')} onFiles={attachments.add} />
        <ConditionsFold conditions={{ ...conditions, grade: highest([conditions.grade, after]) }} unfolded={unfolded} onFold={setUnfolded} />
        <ConditionsBar conditions={conditions} after={after} onChange={onConditions} />
        <p className="composer-hint" aria-live="polite">{busy ? '' : hindrance}</p>
        {busy
          ? <Act weight="primary" icon="stop" onPress={stop}>{t('composer.stop')}</Act>
          : <Act weight="primary" icon="send" disabled={!sendable(hindrance, text, attachments)} onPress={() => { send(text) }}>{sendLabel}</Act>}
      </div>
    </section>
  )
}

interface FoldProps {
  conditions: Conditions
  unfolded: boolean
  onFold: (unfolded: boolean) => void
}

/** On a narrow window the model and the grade are one line of words, until they are to be changed. */
function ConditionsFold({ conditions, unfolded, onFold }: FoldProps): JSX.Element {
  const model = useSession().models.find((each) => each.name === conditions.model)
  return (
    <button type="button" className="act act-quiet composer-fold" aria-expanded={unfolded} onClick={() => { onFold(!unfolded) }}>
      <span className="unseen">{t('composer.conditions')}</span>
      <span className="composer-fold-words">{[conditions.grade, model?.label ?? ''].join(' · ')}</span>
      <Icon name="down" size={16} />
    </button>
  )
}

function sendable(hindrance: string, text: string, attachments: Attachments): boolean {
  return hindrance === '' && (text.trim() !== '' || attachments.files.some((file) => file.state === 'ready'))
}
