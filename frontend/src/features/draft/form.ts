import { spellDate } from '@/shared/official/day'
import { plainType, type DocumentType } from '@/shared/official/look'
import { counting } from '@/shared/official/marks'
import { emptyDocument, wholeDocument, type Attachment, type Item, type OfficialDocument, type PartialDocument } from '@/shared/official/model'
import { parseBody, writeOutline, writePicture } from '@/shared/official/outline'
import { t } from '@/shared/text/text'

/** What the official filled in: the fields, the facts, the body as an outline, and the wish in free words. */
export interface DraftForm {
  document: OfficialDocument
  /** What types ask for, by its label; a label of another type stays here while it is not shown. */
  facts: Readonly<Record<string, string>>
  outline: string
  /** The files of the pictures that the outline names by number, in Base64. */
  pictures: readonly string[]
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
  return { document: { ...emptyDocument(), agency }, facts: {}, outline: '', pictures: [], request: '', recipients: '', internal: null }
}

/** Returns the official document of a form. */
export function toDocument(form: DraftForm, type: DocumentType = plainType): OfficialDocument {
  const body = parseBody(form.outline, form.pictures)
  return {
    ...form.document,
    ...addressed(form),
    type: type.name,
    facts: type.facts.map(({ label }) => ({ label, text: (form.facts[label] ?? '').trim() })).filter(({ text }) => text !== ''),
    date: spellDate(form.document.date),
    disclosure: form.document.disclosure === '' ? t('official.disclosure_open') : form.document.disclosure,
    body: body.items,
    attachments: attached(form.document.attachments, body.attachments),
    signatures: form.document.signatures.filter((entry) => entry.title.trim() !== '' || entry.name.trim() !== ''),
  }
}

/** Returns what is sent: the fields that are filled in, and the wish; a picture stays here. */
export function toSent(form: DraftForm, type: DocumentType = plainType): object {
  const { disclosure } = form.document
  const whole = toDocument(form, type)
  const filled = Object.entries({ ...whole, disclosure, body: whole.body.map(withoutPicture) }).filter(([, value]: [string, string | unknown[]]) => value.length > 0)
  return { ...Object.fromEntries(filled), request: form.request }
}

function withoutPicture({ text, table, items }: Item): Item {
  return { text, items: items.map(withoutPicture), table }
}

/** Returns every text that would be sent of a form, one a line; empty where nothing can be written from it yet. */
export function sentText(form: DraftForm, laid: Laid | null, type: DocumentType = plainType): string {
  if (!canCompose(form)) return ''
  return textsIn({ ...toSent(ownForm(form, laid), type), type: '' }).join('\n')
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Returns the form with a draft laid over it; what the draft leaves out stays, and so does every picture. */
export function fill(form: DraftForm, draft: PartialDocument): DraftForm {
  const whole = wholeDocument(draft)
  const told = Object.fromEntries(Object.entries(whole).filter(([, value]: [string, string | unknown[]]) => value.length > 0))
  const document: OfficialDocument = { ...form.document, ...told, body: [], facts: [] }
  const facts = { ...form.facts, ...Object.fromEntries(whole.facts.map(({ label, text }) => [label, text])) }
  const internal = whole.to === '' ? form.internal : whole.to === t('official.internal')
  return { ...form, document, facts, ...written(form, whole.body), internal, recipients: recipientsOf(whole, form) }
}

function written(form: DraftForm, body: readonly Item[]): Pick<DraftForm, 'outline' | 'pictures'> {
  if (body.length === 0) return { outline: form.outline, pictures: form.pictures }
  const pictures: string[] = []
  const outline = writeOutline(body, pictures)
  if (pictures.length > 0 || form.pictures.length === 0) return { outline, pictures }
  const kept = form.pictures.map((content, at) => writePicture(at + 1, saysOf(form, content)))
  return { outline: [outline, ...kept].join('\n'), pictures: form.pictures }
}

function saysOf(form: DraftForm, content: string): string {
  const within = (items: readonly Item[]): string | undefined => {
    for (const { picture, items: inner } of items) {
      const says = picture?.content === content ? picture.says : within(inner)
      if (says !== undefined) return says
    }
    return undefined
  }
  return within(parseBody(form.outline, form.pictures).items) ?? ''
}

/** Returns the form with what somebody mended in its document: only what differs between the two is changed. */
export function mend(form: DraftForm, before: OfficialDocument, after: PartialDocument): DraftForm {
  const [was, is] = [wholeDocument(before), wholeDocument(after)]
  const differs = (key: keyof OfficialDocument): boolean => JSON.stringify(was[key]) !== JSON.stringify(is[key])
  const lines = Object.entries(is).filter(([key]) => differs(key as keyof OfficialDocument) && !apart.includes(key as keyof OfficialDocument))
  const document: OfficialDocument = { ...form.document, ...Object.fromEntries(lines) }
  const facts = differs('facts') ? { ...form.facts, ...Object.fromEntries(is.facts.map(({ label, text }) => [label, text])) } : form.facts
  const recipients = differs('to') || differs('recipients') ? recipientsOf(is, form) : form.recipients
  if (!differs('body') && !differs('attachments')) return { ...form, document, facts, recipients }
  const pictures: string[] = []
  const outline = writeOutline(is.body, pictures) // what the outline named as attached is in the list from now on
  return { ...form, document: { ...document, attachments: is.attachments }, facts, recipients, outline, pictures }
}

const apart: readonly (keyof OfficialDocument)[] = ['type', 'to', 'recipients', 'facts', 'body', 'attachments']

/** Returns the form with every field that is as it was `since` taken from `by`; what was changed after that stays. */
export function replaceUnchanged(form: DraftForm, since: DraftForm, by: DraftForm): DraftForm {
  const whole = mixed(form, since, by)
  const pictures = whole.outline === by.outline ? by.pictures : form.pictures
  return { ...whole, pictures, document: mixed(form.document, since.document, by.document), facts: mixedFacts(form.facts, since.facts, by.facts) }
}

/** Returns what the official wrote on their own; what is as the last draft wrote it is not theirs. */
export function ownForm(form: DraftForm, laid: Laid | null): DraftForm {
  if (laid === null) return form
  const own = replaceUnchanged(form, laid.after, laid.own)
  return canCompose(own) ? own : form
}

/** Tells whether there is anything to write a document from. */
export function canCompose(form: DraftForm): boolean {
  return [form.request, form.outline, form.document.title, ...Object.values(form.facts)].some((text) => text.trim() !== '')
}

/** Tells whether anything would be lost with the form; what it began with and a choice of one click are not counted. */
export function hasContent(form: DraftForm, agency: string): boolean {
  const facts = (each: DraftForm): string[] => Object.values(each.facts).map((text) => text.trim()).filter((text) => text !== '')
  const told = (each: DraftForm): string => JSON.stringify([toDocument({ ...each, internal: null }), facts(each), each.request.trim(), each.recipients.trim()])
  return told(form) !== told(emptyForm(agency))
}

const betweenNames = /[\n,\u3001](?![^()\n]*\))/ // a comma inside brackets belongs to the name before it

function addressed(form: DraftForm): Partial<OfficialDocument> {
  if (form.internal === null) return { to: '', recipients: [] }
  if (form.internal) return { to: t('official.internal'), recipients: [], sender: '', seal: '' }
  const named = form.recipients.split(betweenNames).map((line) => line.trim()).filter((line) => line !== '')
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

function mixedFacts(now: DraftForm['facts'], since: DraftForm['facts'], by: DraftForm['facts']): DraftForm['facts'] {
  const labels = [...new Set([...Object.keys(now), ...Object.keys(by)])]
  const told = labels.map((label): [string, string] => {
    const text = now[label] ?? ''
    return [label, text === (since[label] ?? '') ? (by[label] ?? '') : text]
  })
  return Object.fromEntries(told.filter(([, text]) => text !== ''))
}

function recipientsOf(whole: OfficialDocument, form: DraftForm): string {
  if (whole.recipients.length > 0) return whole.recipients.join('\n')
  const named = whole.to !== '' && whole.to !== t('official.internal') && whole.to !== t('official.see_list')
  return named ? whole.to : form.recipients
}
