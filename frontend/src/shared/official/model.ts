/** A picture of the body: a PNG or JPEG file in Base64, and the words for whoever cannot see it. */
export interface Picture {
  content: string
  says: string
}

/** One item of the body without its marker; `items` stand one level deeper, a table or a picture under its words. */
export interface Item {
  text: string
  items: Item[]
  table: string[][] | null
  picture?: Picture
}

/** Something that a type of document asks for by its label; `text` may have several lines. */
export interface Fact {
  label: string
  text: string
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
  type: string
  agency: string
  to: string
  via: string
  recipients: string[]
  title: string
  facts: Fact[]
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
  grade: string
}

/** The fields of one line of text. */
export type LineField = {
  [F in keyof OfficialDocument]: OfficialDocument[F] extends string ? F : never
}[keyof OfficialDocument]

/** Returns a document with nothing filled in. */
export function emptyDocument(): OfficialDocument {
  return {
    type: '', agency: '', to: '', via: '', recipients: [], title: '', facts: [], body: [], attachments: [], sender: '', seal: '',
    signatures: [], number: '', date: '', address: '', homepage: '', phone: '', fax: '', email: '',
    disclosure: '', summary: '', keywords: [], grade: '',
  }
}

/** A document, or an item of one, that may leave out any field, as a person writes an example. */
export type PartialDocument = Omit<Partial<OfficialDocument>, 'body' | 'attachments' | 'signatures'> & {
  body?: PartialItem[]
  attachments?: (Pick<Attachment, 'name'> & Partial<Attachment>)[]
  signatures?: (Pick<Signature, 'role'> & Partial<Signature>)[]
}

export interface PartialItem {
  text?: string
  items?: PartialItem[]
  table?: string[][] | null
  picture?: Picture
}

/** Returns the whole document of a part that may leave out any field. */
export function wholeDocument(part: PartialDocument): OfficialDocument {
  return {
    ...emptyDocument(),
    ...part,
    body: (part.body ?? []).map(wholeItem),
    attachments: (part.attachments ?? []).map((entry) => ({ copies: 1, ...entry })),
    signatures: (part.signatures ?? []).map((entry) => ({ title: '', name: '', mark: '', ...entry })),
  }
}

function wholeItem(item: PartialItem): Item {
  const picture = item.picture === undefined ? {} : { picture: item.picture }
  return { text: item.text ?? '', items: (item.items ?? []).map(wholeItem), table: item.table ?? null, ...picture }
}
