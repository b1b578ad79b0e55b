import { asJson, call, type Outcome } from './call'
import type { ReadDocument } from './types'

/** Has the server read one file; nothing of it stays there. */
export function readDocument(file: File, signal: AbortSignal): Promise<Outcome<ReadDocument>> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) }
  return call('/api/documents', { method: 'POST', headers, body: file, signal }, (answer) => asJson<ReadDocument>(answer))
}
