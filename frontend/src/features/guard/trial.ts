import { useEffect, useState } from 'react'
import type { Failure } from '@/shared/api/failure'
import { loadRules, tryText, type GuardRule, type Trial } from '@/shared/api/guard'

export type Rules = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; rules: GuardRule[] }

/** What came of a trial text; `text` is the text that it is about. */
export type Tried = { state: 'waiting' } | { state: 'failed'; failure: Failure } | { state: 'known'; text: string; trial: Trial }

const breath = 250 // milliseconds without a change before a text is tried

/** Returns the rules that this server works by, and a way to ask for them again. */
export function useRules(): { rules: Rules; retry: () => void } {
  const [rules, setRules] = useState<Rules>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const asking = new AbortController()
    void loadRules(asking.signal).then((outcome) => {
      if (asking.signal.aborted) return
      setRules(outcome.ok ? { state: 'ready', rules: outcome.value.rules } : { state: 'failed', failure: outcome.failure })
    })
    return () => { asking.abort() }
  }, [attempt])
  const retry = (): void => {
    setRules({ state: 'loading' })
    setAttempt(attempt + 1)
  }
  return { rules, retry }
}

/** Returns what the rules make of a text, a moment after its last change; null without one. */
export function useTrial(text: string, shadow: readonly string[]): Tried | null {
  const [tried, setTried] = useState<Tried>({ state: 'waiting' })
  const empty = text.trim() === ''
  useEffect(() => {
    if (empty) {
      setTried({ state: 'waiting' })
      return undefined
    }
    const asking = new AbortController()
    const timer = setTimeout(() => {
      void tryText(text, shadow, asking.signal).then((outcome) => {
        if (asking.signal.aborted) return
        setTried(outcome.ok ? { state: 'known', text, trial: outcome.value } : { state: 'failed', failure: outcome.failure })
      })
    }, breath)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text, empty, shadow])
  return empty ? null : tried
}

/** Returns the rules by category, in the order in which they came; words without one stand together, as do numbers. */
export function categoriesOf(rules: readonly GuardRule[], names: { words: string; numbers: string }): Map<string, GuardRule[]> {
  const categories = new Map<string, GuardRule[]>()
  for (const rule of rules) {
    const own = rule.category === '' ? (rule.type === 'WORD' ? names.words : names.numbers) : rule.category
    categories.set(own, [...(categories.get(own) ?? []), rule])
  }
  return categories
}
