import { useEffect, useState } from 'react'
import { lintDocument, type Lint, type LintFinding, type Weight } from '@/shared/api/official'
import type { OfficialDocument } from '@/shared/official/model'
import { textAt, wordsAround, type Stretch } from '@/shared/official/places'

/** What is known of a document: nothing yet, what the rules say of it as it was then, or that it could not be checked. */
export interface Checked {
  state: 'empty' | 'waiting' | 'known' | 'failed'
  /** Of the document as it was checked last; null before the first check. */
  lint: Lint | null
  document: OfficialDocument | null
  retry: () => void
}

/** The weights, the heaviest first. */
export const weights: readonly Weight[] = ['error', 'warn', 'info']

const breath = 400 // milliseconds without a change before a document is checked

interface Last {
  /** The document that was checked, as it was sent. */
  of: string
  lint: Lint | null
  document: OfficialDocument
}

/**
 * Has a document checked a moment after its last change; nothing is sent of an empty one.
 * While `document` is null, as one that still grows, what is known stays.
 */
export function useLint(document: OfficialDocument | null, empty: boolean): Checked {
  const [last, setLast] = useState<Last | null>(null)
  const [attempt, setAttempt] = useState(0)
  const text = document === null || empty ? null : JSON.stringify(document)
  useEffect(() => {
    if (text === null) return undefined
    const asking = new AbortController()
    const timer = setTimeout(() => {
      const sent = JSON.parse(text) as OfficialDocument
      void lintDocument(sent, asking.signal).then((outcome) => {
        if (!asking.signal.aborted) setLast({ of: text, lint: outcome.ok ? outcome.value : null, document: sent })
      })
    }, breath)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text, attempt])
  const retry = (): void => {
    setLast(null)
    setAttempt(attempt + 1)
  }
  if (document !== null && empty) return { state: 'empty', lint: null, document: null, retry }
  if (last === null) return { state: text === null ? 'empty' : 'waiting', lint: null, document: null, retry }
  const settled = last.lint === null ? 'failed' : 'known'
  return { state: text === null || last.of === text ? settled : 'waiting', lint: last.lint, document: last.document, retry }
}

/** A finding with a name of its own, so that a list and the page speak of the same. */
export interface NamedFinding extends LintFinding {
  id: string
  /** The words that it stands in, in characters of the text at its place. */
  words: Stretch
}

/** Returns the findings with their names, the heaviest first, each weight in the order of the document. */
export function namedFindings({ lint, document }: Pick<Checked, 'lint' | 'document'>): NamedFinding[] {
  const named = (lint?.findings ?? []).map((finding, at) => {
    const text = document === null ? null : textAt(document, finding.place)
    const id = [finding.rule, finding.place, finding.start, finding.end, at].join(' ')
    return { ...finding, id, words: text === null ? finding : wordsAround(text, finding.excerpt, finding) }
  })
  return weights.flatMap((weight) => named.filter(({ level }) => level === weight))
}

/** Returns the findings by place, but for those whose text has changed since it was checked. */
export function findingsByPlace(checked: Checked, now: OfficialDocument): ReadonlyMap<string, NamedFinding[]> {
  const found = new Map<string, NamedFinding[]>()
  for (const finding of namedFindings(checked)) {
    const stands = checked.document !== null && textAt(checked.document, finding.place) === textAt(now, finding.place)
    if (stands) found.set(finding.place, [...(found.get(finding.place) ?? []), finding])
  }
  return found
}
