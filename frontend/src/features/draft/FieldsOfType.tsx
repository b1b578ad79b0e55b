import type { JSX } from 'react'
import { RadioButton, RadioField, RadioGroup, Label } from 'react-aria-components'
import { AttachmentRows } from './AttachmentRows'
import { BodyEditor } from './BodyEditor'
import { DisclosureFields } from './DisclosureFields'
import { SignatureRows } from './SignatureRows'
import type { Change, DraftForm } from './form'
import type { FactRule, FormField } from '@/shared/official/look'
import type { LineField, OfficialDocument } from '@/shared/official/model'
import { t, type TextKey } from '@/shared/text/text'
import { Choice } from '@/shared/ui/Choice'
import { Field } from '@/shared/ui/Field'

interface FieldProps {
  name: FormField
  form: DraftForm
  onChange: Change
}

const labels = {
  title: 'draft.doc_title', agency: 'draft.agency', via: 'draft.via', number: 'draft.number', address: 'draft.address', homepage: 'draft.homepage',
  phone: 'draft.phone', fax: 'draft.fax', email: 'draft.email', summary: 'draft.summary', sender: 'draft.sender', date: 'draft.date',
} as const satisfies Partial<Record<LineField, TextKey>>

interface Parts {
  form: DraftForm
  onChange: Change
  change: (part: Partial<OfficialDocument>) => void
}

type Draw = (parts: Parts) => JSX.Element | null

const nothing: Draw = () => null
const line = (name: keyof typeof labels, hint?: TextKey): Draw => ({ form, change }) => (
  <Field label={t(labels[name])} place={name} value={form.document[name]} onChange={(text) => { change({ [name]: text }) }} {...(hint === undefined ? {} : { hint: t(hint) })} />
)
const outside = (draw: Draw): Draw => (parts) => (parts.form.internal === true ? null : draw(parts))

const drawn: Record<FormField, Draw> = {
  facts: nothing, // they have fields of their own
  recipients: nothing, // they stand with who receives it
  to: ({ form, onChange }) => <Receivers form={form} onChange={onChange} />,
  title: line('title'),
  body: ({ form, onChange }) => <BodyEditor outline={form.outline} pictures={form.pictures} onChange={onChange} />,
  attachments: ({ form, change }) => <AttachmentRows attachments={form.document.attachments} onChange={(attachments) => { change({ attachments }) }} />,
  agency: line('agency'),
  via: line('via'),
  sender: outside(line('sender', 'draft.sender_hint')),
  seal: outside(({ form, change }) => <Choice label={t('draft.seal')} value={form.document.seal} options={seals()} onChoose={(seal) => { change({ seal }) }} />),
  signatures: ({ form, change }) => <SignatureRows signatures={form.document.signatures} onChange={(signatures) => { change({ signatures }) }} />,
  number: line('number'),
  date: line('date', 'draft.date_hint'),
  address: line('address'),
  homepage: line('homepage'),
  phone: line('phone'),
  fax: line('fax'),
  email: line('email'),
  disclosure: ({ form, change }) => <DisclosureFields disclosure={form.document.disclosure} onChange={(disclosure) => { change({ disclosure }) }} />,
  summary: line('summary'),
  keywords: ({ form, change }) => <Keywords keywords={form.document.keywords} onChange={(keywords) => { change({ keywords }) }} />,
}

/** One field of the document, as its form shows it. */
export function FieldOf({ name, form, onChange }: FieldProps): JSX.Element | null {
  return drawn[name]({ form, onChange, change: (part) => { onChange({ document: { ...form.document, ...part } }) } })
}

function Keywords({ keywords, onChange }: { keywords: readonly string[]; onChange: (keywords: string[]) => void }): JSX.Element {
  return <Field label={t('draft.keywords')} place="keywords" hint={t('draft.keywords_hint')} value={keywords.join(',')} onChange={(text) => { onChange(text === '' ? [] : text.split(',')) }} />
}

/** Who receives the document: the agency itself, or whoever is named. */
function Receivers({ form, onChange }: Omit<FieldProps, 'name'>): JSX.Element {
  return (
    <>
      <RadioGroup className="radios" value={form.internal === null ? null : form.internal ? 'internal' : 'outside'} onChange={(kind) => { onChange({ internal: kind === 'internal' }) }}>
        <Label className="field-label">{t('draft.kind')}</Label>
        <div className="radios-row" data-place="to">
          <RadioField value="internal"><RadioButton className="radio">{t('draft.internal')}</RadioButton></RadioField>
          <RadioField value="outside"><RadioButton className="radio">{t('draft.outside')}</RadioButton></RadioField>
        </div>
      </RadioGroup>
      {form.internal === false && <Field label={t('draft.recipients')} place="recipients" hint={t('draft.recipients_hint')} rows={2} value={form.recipients} onChange={(recipients) => { onChange({ recipients }) }} />}
    </>
  )
}

interface FactProps {
  rule: FactRule
  text: string
  onChange: (text: string) => void
}

/** Something that the type asks for by its own label. */
export function FactField({ rule, text, onChange }: FactProps): JSX.Element {
  const label = rule.needed ? t('draft.needed', { label: rule.label }) : rule.label
  return <Field label={label} place={`facts ${rule.label}`} needed={rule.needed} value={text} onChange={onChange} {...(rule.long ? { rows: 3 } : {})} {...(rule.hint === '' ? {} : { hint: rule.hint })} />
}

function seals(): { id: string; label: string }[] {
  return ['', t('official.seal_omitted'), t('official.sign_omitted')].map((id) => ({ id, label: id === '' ? t('draft.seal_none') : id }))
}
