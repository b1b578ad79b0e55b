import { asJson, call, type Outcome } from './call'
import type { Grade, ReadDocument, Release } from './types'

/** What the guard does about a finding: hide it, tell of it, ask first, or stop the question. */
export type Action = 'mask' | 'warn' | 'confirm' | 'block'

/** Where a finding stands: in the typed text, in a file's name, or in a block of the file (in a table also its row and cell). */
export type Place = { field: 'text' } | { field: 'name' } | { field: 'block'; block: number; row: number | null; cell: number | null }

export interface Finding {
  place: Place
  /** From where to where, in Unicode code points of the text at its place. */
  start: number
  end: number
  value: string
  type: string
  label: string
  action: Action
  why: string
  basis: string
  /** Whether the official may let it pass. */
  release: boolean
  released: boolean
}

/** What the guard would do with a text or a document. */
export interface Preview {
  findings: Finding[]
  /** Of what is written, and of what would leave. */
  grade: Grade
  grade_after: Grade
  reasons: string[]
}

/** A rule of the guard, as the agency wrote it. */
export interface GuardRule {
  type: string
  name: string
  category: string
  action: Action
  /** What is done where a model writes it. */
  answer: 'mask' | 'pass'
  basis: string
  labels: string[]
  matches: string[]
  passes: string[]
  release: boolean
  /** Whether it only counts. */
  shadow: boolean
  departments: string[]
  expires: string | null
}

export interface TriedFinding extends Finding {
  score: number
  rule: string
  shadow: boolean
}

/** What looked like something and was not taken for it. */
export interface Rejection {
  type: string
  label: string
  start: number
  end: number
  value: string
  reason: string
  score: number
}

/** What the guard makes of a trial text. */
export interface Trial {
  findings: TriedFinding[]
  rejections: Rejection[]
  masked: string
  restored: string
  same: boolean
}

/** Asks what the guard would do; nothing of it is stored or counted. */
export function previewOf(
  asked: { text: string } | { document: ReadDocument }, released: readonly Release[], signal: AbortSignal,
): Promise<Outcome<Preview>> {
  return call('/api/guard/preview', posted({ ...asked, released }, signal), (answer) => asJson<Preview>(answer))
}

/** Gets the rules that this server works by. */
export function loadRules(signal: AbortSignal): Promise<Outcome<{ rules: GuardRule[] }>> {
  return call('/api/guard/rules', { signal }, (answer) => asJson<{ rules: GuardRule[] }>(answer))
}

/** Tries a text on the rules; those named in `shadow` only count. */
export function tryText(text: string, shadow: readonly string[], signal: AbortSignal): Promise<Outcome<Trial>> {
  return call('/api/guard/try', posted({ text, shadow }, signal), (answer) => asJson<Trial>(answer))
}

function posted(body: object, signal: AbortSignal): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal }
}
