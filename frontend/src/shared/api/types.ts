import type { UIMessage } from 'ai'
import type { OfficialDocument } from '@/shared/official/model'

export type TaskName = 'ask' | 'summarise' | 'draft'
/** The data grades, the lowest first: O open, S sensitive, C classified. */
export const grades = ['O', 'S', 'C'] as const
export type Grade = (typeof grades)[number]
export type Retention = 'none' | 'contract' | 'logged' | 'stateful'
export type StepName = 'reading' | 'checking' | 'answering' | 'mending'

export interface Model {
  name: string
  label: string
  language_model: boolean
  /** The highest grade that it may see. */
  grade: Grade
  retention: Retention
  /** Won per 1,000 tokens. */
  won_in: number
  won_out: number
}

export interface Limits {
  file_bytes: number
  files: number
  characters: number
}

/** Who is at work, and what this server offers. */
export interface Session {
  agency: string
  official: { name: string; department: string }
  version: string
  tasks: { name: TaskName; title: string; needs_document: boolean }[]
  models: Model[]
  limits: Limits
  /** Why an official may let a value pass. */
  release_reasons: { key: string; text: string }[]
}

export type Block =
  | { kind: 'heading'; text: string; level: number; page: number | null }
  | { kind: 'paragraph'; text: string; page: number | null }
  | { kind: 'table'; rows: string[][]; page: number | null }

/** A file as the server read it; it lives in the memory of this page only. */
export interface ReadDocument {
  name: string
  kind: string
  pages: number | null
  characters: number
  /** How many places of the file nobody sees; they are left out. */
  hidden: number
  blocks: Block[]
}

/** What the guard did before anything was sent to a model. */
export interface Guarded {
  counts: { type: string; label: string; count: number }[]
  /** Of what was written, and of what left. */
  grade_before: Grade
  grade: Grade
  reasons: string[]
  /** How many values the official let pass. */
  released: number
  /** How many commands hidden in a document or a search result were made harmless. */
  orders: number
  /** How many places of the documents nobody sees; they were left out. */
  hidden: number
  warnings: { rule: string; why: string; basis: string }[]
}

/** A value that was put back into an answer. */
export interface Restored {
  value: string
  type: string
  label: string
}

/** A value that the official lets pass, for the whole conversation. */
export interface Release {
  type: string
  value: string
  /** A key of the session's reasons. */
  reason: string
}

/** What the line under an answer tells. */
export interface AnswerFacts {
  model: string
  label: string
  language_model: boolean
  retention: Retention
  grade: Grade
  won: number
  tokens_in: number
  tokens_out: number
  masked: number
  sources: number
  /** How many marks could not be put back. */
  leftovers: number
  /** How many values that the model made up were hidden. */
  masked_answer: number
}

/** A place that an answer rests on; `[number]` in the text points to it. */
export interface Source {
  number: number
  /** Index over all documents of the conversation. */
  document: number
  block: number
  page: number | null
  quote: string
}

type Parts = {
  document: ReadDocument
  step: { name: StepName }
  guard: Guarded
  restored: { values: Restored[] }
  draft: Partial<OfficialDocument>
}

export type IlsonMessage = UIMessage<Partial<AnswerFacts>, Parts>

/** What the official chose for one question. */
export interface Conditions {
  model: string | null
  grade: Grade
}
