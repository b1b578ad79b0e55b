import { stepsOf } from '@/shared/official/places'
import type { OfficialDocument } from '@/shared/official/model'
import { t, type TextKey } from '@/shared/text/text'

const names = {
  agency: 'draft.agency', to: 'draft.kind', via: 'draft.via', recipients: 'draft.recipients', title: 'draft.doc_title', body: 'draft.body',
  attachments: 'draft.attachments', sender: 'draft.sender', seal: 'draft.seal', signatures: 'draft.signatures', number: 'draft.number', date: 'draft.date',
  disclosure: 'draft.disclosure', summary: 'draft.summary', keywords: 'draft.keywords',
} as const satisfies Partial<Record<keyof OfficialDocument, TextKey>>

/** Returns how the form calls the field of a place; empty where it is none of the form's. */
export function placeWords(place: string, document: OfficialDocument | null): string {
  const [name = '', which] = stepsOf(place)
  if (name === 'facts') return typeof which === 'number' ? (document?.facts[which]?.label ?? '') : (which ?? '')
  const key = Object.entries(names).find(([each]) => each === name)?.[1]
  return key === undefined ? '' : t(key)
}
