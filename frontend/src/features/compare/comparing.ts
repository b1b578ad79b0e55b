import { useEffect, useState } from 'react'
import type { Outcome } from '@/shared/api/call'
import { compareDocuments, type Comparison, type Showing, type Versions } from '@/shared/api/documents'
import type { Failure } from '@/shared/api/failure'

/** What came of two versions; while they are compared anew, what the table showed before. */
export type Compared =
  | { state: 'comparing'; before: Comparison | null }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; comparison: Comparison }

interface Known {
  versions: Versions
  showing: Showing
  attempt: number
  outcome: Outcome<Comparison>
}

/** Has two versions compared as soon as both are there; null before. */
export function useComparison(versions: Versions | null, showing: Showing): { compared: Compared | null; retry: () => void } {
  const [known, setKnown] = useState<Known | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    if (versions === null) {
      setKnown(null)
      return undefined
    }
    const asking = new AbortController()
    void compareDocuments(versions, showing, asking.signal).then((outcome) => {
      if (!asking.signal.aborted) setKnown({ versions, showing, attempt, outcome })
    })
    return () => { asking.abort() }
  }, [versions, showing, attempt])
  const retry = (): void => { setAttempt(attempt + 1) }
  if (versions === null) return { compared: null, retry }
  if (known?.versions !== versions) return { compared: { state: 'comparing', before: null }, retry }
  const { outcome } = known
  if (known.showing !== showing || known.attempt !== attempt) return { compared: { state: 'comparing', before: outcome.ok ? outcome.value : null }, retry }
  return { compared: outcome.ok ? { state: 'ready', comparison: outcome.value } : { state: 'failed', failure: outcome.failure }, retry }
}
