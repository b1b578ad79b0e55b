import type { LineField, OfficialDocument, PartialDocument } from './model'

/** How a document of one type is laid out; lengths in millimetres, the marks as in the first item of each level. */
export interface Look {
  head: 'letter' | 'title' | 'press' | 'notice' | 'none'
  closing: 'letter' | 'sender' | 'none'
  marks: readonly string[]
  end: boolean
  /** Whether the facts stand as a table; if not, the body tells them. */
  table: boolean
  top: number
  bottom: number
  left: number
  right: number
}

/** The fields that a form can show unfolded. */
export type FormField = Exclude<LineField, 'type' | 'grade'> | Exclude<keyof OfficialDocument, LineField>

/** Something that a type asks for by its label. */
export interface FactRule {
  label: string
  hint: string
  needed: boolean
  long: boolean
}

/** A type of official document: what its form asks for, how its page looks, and an example. */
export interface DocumentType {
  name: string
  title: string
  group: string
  when: string
  basis: string
  look: Look
  fields: readonly FormField[]
  facts: readonly FactRule[]
  example: PartialDocument
}

/** How a letter looks, with what its form shows; it stands in until the server has told its types. */
export const plainType: DocumentType = {
  name: '',
  title: '',
  group: '',
  when: '',
  basis: '',
  look: { head: 'letter', closing: 'letter', marks: [], end: true, table: true, top: 20, bottom: 10, left: 20, right: 20 },
  fields: ['to', 'title', 'body', 'attachments'],
  facts: [],
  example: {},
}

/** Tells whether the facts stand in the document themselves. */
export function showsFacts({ head, table }: Look): boolean {
  return table || head === 'press'
}
