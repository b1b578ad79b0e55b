import type { Action, Finding, Preview } from '@/shared/api/guard'
import { grades, type Grade, type ReadDocument, type Release } from '@/shared/api/types'
import { t } from '@/shared/text/text'
import { useDocumentPreviews, useTextPreview, type Foreseen, type ForeseenText } from './preview'
import { releaseOf } from './releases'

/** What the guard would do with the next question. */
export interface Check {
  text: ForeseenText | null
  files: { document: ReadDocument; seen: Foreseen }[]
  /** Of what is written, of what would leave, and why; the conversation before it counts too. */
  grade: Grade
  after: Grade
  reasons: string[]
  state: Foreseen['state']
}

/** What the next question follows: it is sent again with it. */
export interface Carried {
  /** Null while the last answer still grows. */
  text: string | null
  documents: readonly ReadDocument[]
}

const nothing: Carried = { text: '', documents: [] }

/** Returns what the guard would do with a question, while it is being written. */
export function useCheck(
  { text, documents, carried = nothing }: { text: string; documents: readonly ReadDocument[]; carried?: Carried }, released: readonly Release[],
): Check {
  const typed = useTextPreview(text, released)
  const earlier = useTextPreview(carried.text, released)
  const seenOf = useDocumentPreviews([...documents, ...carried.documents], released)
  const files = documents.map((document) => ({ document, seen: seenOf(document) }))
  const now = [...(typed === null ? [] : [typed.seen]), ...files.map((file) => file.seen)]
  const before = [...(earlier === null ? [] : [earlier.seen]), ...carried.documents.map(seenOf)]
  return { text: typed, files, state: worst(now), ...graded(previewsOf(now), previewsOf(before)) }
}

/** Returns the grades of a question and why they are so; what went before raises them without being counted. */
export function graded(now: readonly Preview[], before: readonly Preview[]): Pick<Check, 'grade' | 'after' | 'reasons'> {
  const all = [...now, ...before]
  const after = highest(all.map((preview) => preview.grade_after))
  const raised = after !== highest(now.map((preview) => preview.grade_after))
  const reasons = new Set(now.flatMap((preview) => preview.reasons))
  return { grade: highest(all.map((preview) => preview.grade)), after, reasons: [...reasons, ...(raised ? [t('guard.earlier')] : [])] }
}

/** Returns the highest of some grades; without any, the lowest that there is. */
export function highest(of: readonly Grade[]): Grade {
  return grades[Math.max(0, ...of.map((grade) => grades.indexOf(grade)))] ?? 'O'
}

/** One value that was found, with every place of it. */
export interface Found {
  key: string
  first: Finding
  places: Finding[]
  released: boolean
}

/** Returns the findings by value, in the order in which they stand. */
export function foundOf(findings: readonly Finding[], list: readonly Release[]): Found[] {
  const found = new Map<string, Found>()
  for (const finding of findings) {
    const key = [finding.type, finding.label, finding.action, finding.value].join('\n')
    const known = found.get(key)
    if (known === undefined) found.set(key, { key, first: finding, places: [finding], released: isReleased(finding, list) })
    else known.places.push(finding)
  }
  return [...found.values()]
}

/** Tells whether a finding leaves as it is because the official lets it pass. */
export function isReleased(finding: Finding, list: readonly Release[]): boolean {
  return finding.released || (finding.release && releaseOf(list, finding) !== undefined)
}

/** How many values of a question would meet which end, and the masked ones by kind. */
export interface Counted extends Record<Action | 'released', number> {
  kinds: { label: string; count: number }[]
}

/** Counts the values of everything that was found. */
export function countedOf(found: readonly Found[]): Counted {
  const counted: Counted = { mask: 0, warn: 0, confirm: 0, block: 0, released: 0, kinds: [] }
  for (const { first, released } of found) {
    counted[released ? 'released' : first.action] += 1
    if (released || first.action !== 'mask') continue
    const kind = counted.kinds.find((each) => each.label === first.label)
    if (kind === undefined) counted.kinds.push({ label: first.label, count: 1 })
    else kind.count += 1
  }
  return counted
}

/** Returns all values of a check; the same value in the text and in a file is one. */
export function allFound({ text, files }: Pick<Check, 'text' | 'files'>, list: readonly Release[]): Found[] {
  const seen = [...(text === null ? [] : [text.seen]), ...files.map((file) => file.seen)]
  return foundOf(previewsOf(seen).flatMap((preview) => preview.findings), list)
}

function previewsOf(seen: readonly Foreseen[]): Preview[] {
  return seen.flatMap((each) => (each.state === 'known' ? [each.preview] : []))
}

function worst(seen: readonly Foreseen[]): Foreseen['state'] {
  if (seen.some((each) => each.state === 'failed')) return 'failed'
  return seen.some((each) => each.state === 'waiting') ? 'waiting' : 'known'
}
