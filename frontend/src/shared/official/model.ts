import { t } from '@/shared/text/text'

/** One item of the body without its marker; `items` stand one level deeper. */
export interface Item {
  text: string
  items: Item[]
  table: string[][] | null
}

/** Something attached; `copies` is 0 where the name states its quantity itself. */
export interface Attachment {
  name: string
  copies: number
}

/** The part that a person plays in the closing block. */
export type Role = 'drafter' | 'reviewer' | 'approver' | 'cooperator'

/** One person of the closing block. */
export interface Signature {
  role: Role
  title: string
  name: string
  mark: string
}

/** An official document as the server reads and writes it. */
export interface OfficialDocument {
  agency: string
  to: string
  via: string
  recipients: string[]
  title: string
  body: Item[]
  attachments: Attachment[]
  sender: string
  seal: string
  signatures: Signature[]
  number: string
  date: string
  address: string
  homepage: string
  phone: string
  fax: string
  email: string
  disclosure: string
  summary: string
  keywords: string[]
}

/** The fields of one line of text. */
export type LineField = {
  [F in keyof OfficialDocument]: OfficialDocument[F] extends string ? F : never
}[keyof OfficialDocument]

/** Returns a document with nothing filled in. */
export function emptyDocument(): OfficialDocument {
  return {
    agency: '', to: '', via: '', recipients: [], title: '', body: [], attachments: [], sender: '', seal: '',
    signatures: [], number: '', date: '', address: '', homepage: '', phone: '', fax: '', email: '',
    disclosure: '', summary: '', keywords: [],
  }
}

/** Returns the whole document of a part that may leave out any field. */
export function wholeDocument(part: Partial<OfficialDocument>): OfficialDocument {
  const whole = { ...emptyDocument(), ...part }
  return { ...whole, body: whole.body.map(wholeItem) }
}

function wholeItem(item: Partial<Item>): Item {
  return { text: item.text ?? '', items: (item.items ?? []).map(wholeItem), table: item.table ?? null }
}

/** Tells whether the document stays inside the agency. */
export function isInternal(document: OfficialDocument): boolean {
  return document.to === t('official.internal')
}

/** Tells whether nothing at all was filled in. */
export function isEmpty(document: OfficialDocument): boolean {
  return Object.values(document).every((value: string | unknown[]) => value.length === 0)
}
