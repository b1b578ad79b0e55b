import { useRef, type ClipboardEvent, type JSX, type RefObject } from 'react'
import type { Attachments } from './attachments'
import { ConditionsBar } from './ConditionsBar'
import { FileList } from './FileList'
import type { Conditions } from '@/shared/api/types'
import { useEnter } from '@/shared/keys/enter'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { FilePick } from '@/shared/ui/FilePick'

interface ComposerProps {
  text: string
  onText: (text: string) => void
  attachments: Attachments
  conditions: Conditions
  onConditions: (conditions: Conditions) => void
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

/** Where the official writes: text, files, model, grade, and one button. */
export function Composer(props: ComposerProps): JSX.Element {
  const { text, attachments, busy, hindrance, editing } = props
  const hint = useRef<HTMLParagraphElement>(null)
  const send = (written: string): void => { if (!busy && sendable(hindrance, written, attachments)) props.onSend(written) }
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
          {t('composer.editing')} <Act weight="quiet" onPress={props.onEditCancel}>{t('composer.editing_cancel')}</Act>
        </p>
      )}
      <FileList attachments={attachments} />
      <textarea
        ref={props.field}
        className="composer-text"
        aria-label={t('composer.question')}
        placeholder={props.placeholder}
        rows={2}
        value={text}
        onChange={(event) => { props.onText(event.target.value) }}
        onPaste={paste}
        {...enter}
      />
      <div className="composer-foot">
        <FilePick label={t('composer.files')} onFiles={attachments.add} />
        <ConditionsBar conditions={props.conditions} onChange={props.onConditions} />
        <p className="composer-hint" ref={hint} aria-live="polite">{busy ? '' : hindrance}</p>
        {busy
          ? <Act weight="primary" icon="stop" onPress={props.onStop}>{t('composer.stop')}</Act>
          : <Act weight="primary" icon="send" disabled={!sendable(hindrance, text, attachments)} onPress={() => { send(text) }}>{props.sendLabel}</Act>}
      </div>
    </section>
  )
}

function sendable(hindrance: string, text: string, attachments: Attachments): boolean {
  return hindrance === '' && (text.trim() !== '' || attachments.files.some((file) => file.state === 'ready'))
}
