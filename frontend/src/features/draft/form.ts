import { emptyDocument, wholeDocument, type OfficialDocument } from '@/shared/official/model'
import { parseOutline, writeOutline } from '@/shared/official/outline'
import { t } from '@/shared/text/text'

/** What the official filled in: the fields, the body as an outline, and the wish in free words. */
export interface DraftForm {
  document: OfficialDocument
  outline: string
  request: string
  /** Recipients, one a line; empty inside the agency. */
  recipients: string
  internal: boolean
}

/** Changes a part of the form. */
export type Change = (part: Partial<DraftForm>) => void

/** Returns a form with nothing filled in. */
export function emptyForm(agency: string): DraftForm {
  return { document: { ...emptyDocument(), agency }, outline: '', request: '', recipients: '', internal: true }
}

/** Returns the official document of a form. */
export function toDocument(form: DraftForm): OfficialDocument {
  const named = form.recipients.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const outside = { to: named.length > 1 ? t('official.see_list') : (named[0] ?? ''), recipients: named.length > 1 ? named : [] }
  const inside = { to: t('official.internal'), recipients: [], sender: '' }
  return {
    ...form.document,
    ...(form.internal ? inside : outside),
    body: parseOutline(form.outline),
    attachments: form.document.attachments.filter((entry) => entry.name.trim() !== ''),
    signatures: form.document.signatures.filter((entry) => entry.title.trim() !== '' || entry.name.trim() !== ''),
  }
}

/** Returns what is sent: the fields that are filled in, and the wish. */
export function toSent(form: DraftForm): object {
  const filled = Object.entries(toDocument(form)).filter(([, value]: [string, string | unknown[]]) => value.length > 0)
  return { ...Object.fromEntries(filled), request: form.request }
}

/** Returns the form with a draft laid over it; what the draft leaves out stays. */
export function fill(form: DraftForm, draft: Partial<OfficialDocument>): DraftForm {
  const whole = wholeDocument(draft)
  const told = Object.fromEntries(Object.entries(whole).filter(([, value]: [string, string | unknown[]]) => value.length > 0))
  const document: OfficialDocument = { ...form.document, ...told, body: [] }
  const outline = whole.body.length > 0 ? writeOutline(whole.body) : form.outline
  const internal = whole.to === '' ? form.internal : whole.to === t('official.internal')
  return { ...form, document, outline, internal, recipients: recipientsOf(whole, form) }
}

/** Tells whether there is anything to write a document from. */
export function hasContent(form: DraftForm): boolean {
  return [form.request, form.outline, form.document.title].some((text) => text.trim() !== '')
}

function recipientsOf(whole: OfficialDocument, form: DraftForm): string {
  if (whole.recipients.length > 0) return whole.recipients.join('\n')
  const named = whole.to !== '' && whole.to !== t('official.internal') && whole.to !== t('official.see_list')
  return named ? whole.to : form.recipients
}
