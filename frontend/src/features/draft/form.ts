import { spellDate } from '@/shared/official/day'
import { counting } from '@/shared/official/marks'
import { emptyDocument, wholeDocument, type Attachment, type OfficialDocument } from '@/shared/official/model'
import { parseBody, writeOutline } from '@/shared/official/outline'
import { t } from '@/shared/text/text'

/** What the official filled in: the fields, the body as an outline, and the wish in free words. */
export interface DraftForm {
  document: OfficialDocument
  outline: string
  request: string
  /** Recipients, one a line; empty inside the agency. */
  recipients: string
  /** Whether the document stays inside the agency; null while nobody said so. */
  internal: boolean | null
}

/** A draft that was laid over the form: what the official had written on their own, and the form with the draft in it. */
export interface Laid {
  own: DraftForm
  after: DraftForm
}

/** Changes a part of the form. */
export type Change = (part: Partial<DraftForm>) => void

/** Returns a form with nothing filled in. */
export function emptyForm(agency: string): DraftForm {
  return { document: { ...emptyDocument(), agency }, outline: '', request: '', recipients: '', internal: null }
}

/** Returns the official document of a form. */
export function toDocument(form: DraftForm): OfficialDocument {
  const body = parseBody(form.outline)
  return {
    ...form.document,
    ...addressed(form),
    date: spellDate(form.document.date),
    disclosure: form.document.disclosure === '' ? t('official.disclosure_open') : form.document.disclosure,
    body: body.items,
    attachments: attached(form.document.attachments, body.attachments),
    signatures: form.document.signatures.filter((entry) => entry.title.trim() !== '' || entry.name.trim() !== ''),
  }
}

/** Returns what is sent: the fields that are filled in, and the wish. */
export function toSent(form: DraftForm): object {
  const { disclosure } = form.document
  const filled = Object.entries({ ...toDocument(form), disclosure }).filter(([, value]: [string, string | unknown[]]) => value.length > 0)
  return { ...Object.fromEntries(filled), request: form.request }
}

/** Returns every text that would be sent of a form, one a line; empty where nothing can be written from it yet. */
export function sentText(form: DraftForm, laid: Laid | null): string {
  return canCompose(form) ? textsIn(toSent(ownForm(form, laid))).join('\n') : ''
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
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

/** Returns the form with every field that is as it was `since` taken from `by`; what was changed after that stays. */
export function replaceUnchanged(form: DraftForm, since: DraftForm, by: DraftForm): DraftForm {
  return { ...mixed(form, since, by), document: mixed(form.document, since.document, by.document) }
}

/** Returns what the official wrote on their own; what is as the last draft wrote it is not theirs. */
export function ownForm(form: DraftForm, laid: Laid | null): DraftForm {
  if (laid === null) return form
  const own = replaceUnchanged(form, laid.after, laid.own)
  return canCompose(own) ? own : form
}

/** Tells whether there is anything to write a document from. */
export function canCompose(form: DraftForm): boolean {
  return [form.request, form.outline, form.document.title].some((text) => text.trim() !== '')
}

/** Tells whether anything would be lost with the form; what it began with and a choice of one click are not counted. */
export function hasContent(form: DraftForm, agency: string): boolean {
  const told = (each: DraftForm): string => JSON.stringify([toDocument({ ...each, internal: null }), each.request.trim(), each.recipients.trim()])
  return told(form) !== told(emptyForm(agency))
}

function addressed(form: DraftForm): Partial<OfficialDocument> {
  if (form.internal === null) return { to: '', recipients: [] }
  if (form.internal) return { to: t('official.internal'), recipients: [], sender: '', seal: '' }
  const named = form.recipients.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  return { to: named.length > 1 ? t('official.see_list') : (named[0] ?? ''), recipients: named.length > 1 ? named : [] }
}

function attached(listed: readonly Attachment[], typed: readonly Attachment[]): Attachment[] {
  const known = listed.filter((entry) => entry.name.trim() !== '').map(counting)
  return [...known, ...typed.filter(({ name }) => known.every((entry) => entry.name !== name))]
}

function mixed<T extends object>(now: T, since: T, by: T): T {
  const keys = Object.keys(now) as (keyof T)[]
  const told = keys.filter((key) => JSON.stringify(now[key]) === JSON.stringify(since[key])).map((key) => [key, by[key]])
  return { ...now, ...Object.fromEntries(told) } as T
}

function recipientsOf(whole: OfficialDocument, form: DraftForm): string {
  if (whole.recipients.length > 0) return whole.recipients.join('\n')
  const named = whole.to !== '' && whole.to !== t('official.internal') && whole.to !== t('official.see_list')
  return named ? whole.to : form.recipients
}
