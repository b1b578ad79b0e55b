import { asJson, call, type Outcome } from './call'
import type { OfficialDocument } from '@/shared/official/model'

/** Gets the official document as an HWPX file. */
export function renderHwpx(document: OfficialDocument): Promise<Outcome<Blob>> {
  return call('/api/official/render?kind=hwpx', posted(document), (answer) => answer.blob())
}

/** Gets the official document as plain text to paste, and whether nothing that it needs is missing. */
export function renderText(document: OfficialDocument): Promise<Outcome<{ text: string; complete: boolean }>> {
  return call('/api/official/text', posted(document), (answer) => asJson<{ text: string; complete: boolean }>(answer))
}

function posted(document: OfficialDocument): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(document) }
}
