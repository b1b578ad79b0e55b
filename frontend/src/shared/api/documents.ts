import { asJson, call, type Outcome } from './call'
import type { Contents } from './contents'
import type { RenderKind } from './official'
import type { ReadDocument } from './types'

/** Has the server read one file; nothing of it stays there. */
export function readDocument(name: string, contents: Contents, signal: AbortSignal): Promise<Outcome<ReadDocument>> {
  const headers = { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(name) }
  return call('/api/documents', { method: 'POST', headers, body: contents, signal }, (answer) => asJson<ReadDocument>(answer))
}

/** How a part of a text differs between its two versions. */
export type Change = 'same' | 'changed' | 'added' | 'removed' | 'moved'

/** A stretch of text that is the same on the other side, or is not. */
export interface Piece {
  text: string
  changed: boolean
}

/** A row of the table of old and new provisions. */
export interface ComparedRow {
  change: Change
  old: Piece[]
  new: Piece[]
}

/** Two versions side by side; `counts` counts the provisions or lines of the whole, `rows` are those that are shown. */
export interface Comparison {
  counts: Record<Change, number>
  rows: ComparedRow[]
}

/** The two versions of one text. */
export interface Versions {
  old: ReadDocument
  new: ReadDocument
}

/** What the table shows: what is the same too, and the words that are the same instead of dashes. */
export interface Showing {
  every: boolean
  full: boolean
}

/** Has two versions compared; no model takes part. */
export function compareDocuments(versions: Versions, showing: Showing, signal: AbortSignal): Promise<Outcome<Comparison>> {
  return call(comparePath('json', showing), { ...sent(versions), signal }, (answer) => asJson<Comparison>(answer))
}

/** Gets the table of old and new provisions as a file. */
export function comparisonFile(versions: Versions, showing: Showing, kind: RenderKind): Promise<Outcome<Blob>> {
  return call(comparePath(kind, showing), sent(versions), (answer) => answer.blob())
}

function comparePath(kind: RenderKind | 'json', { every, full }: Showing): string {
  return `/api/documents/compare?kind=${kind}&every=${String(every)}&full=${String(full)}`
}

function sent({ old, new: later }: Versions): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ old, new: later }) }
}
