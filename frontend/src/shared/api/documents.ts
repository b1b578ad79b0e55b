import { asJson, call, type Outcome } from './call'
import type { Contents } from './contents'
import type { ReadDocument } from './types'

/** Has the server read one file; nothing of it stays there. */
export function readDocument(name: string, contents: Contents, signal: AbortSignal): Promise<Outcome<ReadDocument>> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) }
  return call('/api/documents', { method: 'POST', headers, body: contents, signal }, (answer) => asJson<ReadDocument>(answer))
}
