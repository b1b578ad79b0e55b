import { asJson, call, type Outcome } from './call'
import type { DocumentType } from '@/shared/official/look'
import type { OfficialDocument } from '@/shared/official/model'

/** The kinds of file that the server makes of a document. */
export type RenderKind = 'hwpx' | 'docx' | 'pdf' | 'html' | 'txt'

/** How much a finding weighs: it must be mended, it should be looked at, it is only told. */
export type Weight = 'error' | 'warn' | 'info'

/** One place of a document that a rule does not agree with; `start` and `end` count characters of the text at `place`. */
export interface LintFinding {
  rule: string
  level: Weight
  /** As in `body[0].items[1].text`; empty for the whole document. */
  place: string
  start: number
  end: number
  /** The words that it stands in, cut where they are long. */
  excerpt: string
  /** The same words with what could stand there; null where only a person can say it. */
  mended: string | null
  message: string
  basis: string
  /** What could stand there instead; null where only a person can say it. */
  fix: string | null
  /** Whether the mending never changes the meaning. */
  safe: boolean
}

/** What the rules say of a document; the score goes to 100. */
export interface Lint {
  score: number
  findings: LintFinding[]
}

/** Gets the types of official documents that the agency has. */
export function loadTypes(): Promise<Outcome<DocumentType[]>> {
  return call('/api/official/types', {}, async (answer) => (await asJson<{ types: DocumentType[] }>(answer)).types)
}

/** Has a document checked against the rules. */
export function lintDocument(document: OfficialDocument, signal: AbortSignal): Promise<Outcome<Lint>> {
  return call('/api/official/lint', { ...posted(document), signal }, (answer) => asJson<Lint>(answer))
}

/** Has everything mended that can be without changing the meaning; of one rule where one is named. */
export function fixDocument(document: OfficialDocument, rule: string | null): Promise<Outcome<{ draft: OfficialDocument; fixed: number }>> {
  const path = rule === null ? '/api/official/fix' : `/api/official/fix?rule=${encodeURIComponent(rule)}`
  return call(path, posted(document), (answer) => asJson<{ draft: OfficialDocument; fixed: number }>(answer))
}

/** Gets the official document as a file. */
export function renderDocument(document: OfficialDocument, kind: RenderKind): Promise<Outcome<Blob>> {
  return call(`/api/official/render?kind=${kind}`, posted(document), (answer) => answer.blob())
}

function posted(document: OfficialDocument): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(document) }
}
