import { useRef, type JSX, type RefObject, type SyntheticEvent } from 'react'
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
import { AttachmentRows } from './AttachmentRows'
import { BodyEditor } from './BodyEditor'
import { FoldedFields } from './FoldedFields'
import { canCompose, type Change, type DraftForm } from './form'
import type { Conditions } from '@/shared/api/types'
import type { Check } from '@/shared/guard/check'
import type { Releases } from '@/shared/guard/releases'
import { Strip } from '@/shared/guard/Strip'
import type { OfficialDocument } from '@/shared/official/model'
import type { Attachments } from '@/shared/talk/attachments'
import { ConditionsBar } from '@/shared/talk/ConditionsBar'
import { FileList } from '@/shared/talk/FileList'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Field } from '@/shared/ui/Field'
import { FilePick } from '@/shared/ui/FilePick'

const doubleClick = 600

interface FormPaneProps {
  form: DraftForm
  onChange: Change
  attachments: Attachments
  conditions: Conditions
  onConditions: (conditions: Conditions) => void
  check: Check
  releases: Releases
  busy: boolean
  onCompose: () => void
  onStop: () => void
  onExample: (() => void) | null
  /** Where the official begins to write. */
  first: RefObject<HTMLTextAreaElement | null>
}

/** The form of an official document: what every document needs, the rest folded. */
export function FormPane({ form, onChange, attachments, conditions, onConditions, check, releases, busy, onCompose, onStop, onExample, first }: FormPaneProps): JSX.Element {
  const change = (part: Partial<OfficialDocument>): void => { onChange({ document: { ...form.document, ...part } }) }
  const composedAt = useRef(-doubleClick)
  const compose = (): void => {
    composedAt.current = performance.now()
    onCompose()
  }
  const pass = (event: SyntheticEvent): void => {
    if (performance.now() - composedAt.current < doubleClick) event.stopPropagation() // a double click is no second wish
  }
  const reading = attachments.files.some((file) => file.state === 'reading')
  return (
    <section className="form" aria-label={t('draft.form')}>
      <div className="form-fields">
      <div className="form-head">
        <h2 className="zone-title">{t('draft.form')}</h2>
        {onExample !== null && <Act weight="quiet" onPress={onExample}>{t('draft.example')}</Act>}
      </div>
      <Field label={t('draft.request')} hint={t('draft.request_hint')} rows={4} field={first} value={form.request} onChange={(request) => { onChange({ request }) }} />
      <FileList attachments={attachments} />
      <FilePick label={t('draft.files')} onFiles={attachments.add} />
      <RadioGroup className="radios" value={form.internal === null ? null : form.internal ? 'internal' : 'outside'} onChange={(kind) => { onChange({ internal: kind === 'internal' }) }}>
        <Label className="field-label">{t('draft.kind')}</Label>
        <div className="radios-row">
          <RadioField value="internal"><RadioButton className="radio">{t('draft.internal')}</RadioButton></RadioField>
          <RadioField value="outside"><RadioButton className="radio">{t('draft.outside')}</RadioButton></RadioField>
        </div>
      </RadioGroup>
      {form.internal === false && <Field label={t('draft.recipients')} hint={t('draft.recipients_hint')} rows={2} value={form.recipients} onChange={(recipients) => { onChange({ recipients }) }} />}
      <Field label={t('draft.doc_title')} value={form.document.title} onChange={(title) => { change({ title }) }} />
      <BodyEditor outline={form.outline} onChange={(outline) => { onChange({ outline }) }} />
      <AttachmentRows attachments={form.document.attachments} onChange={(list) => { change({ attachments: list }) }} />
      <FoldedFields document={form.document} internal={form.internal === true} onChange={change} />
      </div>
      <Strip check={check} releases={releases} />
      <div className="form-foot" onPointerDownCapture={pass} onClickCapture={pass}>
        <ConditionsBar conditions={conditions} after={check.after} onChange={onConditions} />
        {busy
          ? <Act weight="primary" icon="stop" onPress={onStop}>{t('draft.stop')}</Act>
          : <Act weight="primary" icon="draft" disabled={reading || !canCompose(form)} onPress={compose}>{t('draft.compose')}</Act>}
      </div>
    </section>
  )
}
