import { call, type Outcome } from './call'
import type { OfficialDocument } from '@/shared/official/model'

/** Gets the official document as an HWPX file. */
export function renderHwpx(document: OfficialDocument): Promise<Outcome<Blob>> {
  return call('/api/official/render?kind=hwpx', posted(document), (answer) => answer.blob())
}

function posted(document: OfficialDocument): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(document) }
}
