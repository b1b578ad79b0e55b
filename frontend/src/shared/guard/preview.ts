import { useEffect, useEffectEvent, useState } from 'react'
import { previewOf, type Preview } from '@/shared/api/guard'
import type { ReadDocument, Release } from '@/shared/api/types'

/** What the guard would do with one text or document: not known yet, known, or not to be had. */
export type Foreseen = { state: 'waiting' } | { state: 'known'; preview: Preview } | { state: 'failed' }

/** A text with what was foreseen for exactly this text. */
export interface ForeseenText {
  text: string
  seen: Foreseen
}

export const waiting: Foreseen = { state: 'waiting' }
const breath = 250 // milliseconds without a change before a text is looked at

/**
 * Returns what the guard would do with a text, a moment after its last change; null while there is no text.
 * While the text is null, as one that still grows, what is known stays.
 */
export function useTextPreview(text: string | null, released: readonly Release[]): ForeseenText | null {
  const [last, setLast] = useState<ForeseenText | null>(null)
  const empty = text?.trim() === ''
  useEffect(() => {
    if (text === null) return undefined
    if (empty) {
      setLast(null)
      return undefined
    }
    const asking = new AbortController()
    const timer = setTimeout(() => {
      void foresee({ text }, released, asking.signal).then((seen) => { if (seen !== null) setLast({ text, seen }) })
    }, breath)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [text, empty, released])
  if (text === null || empty) return empty ? null : last
  return last ?? { text, seen: waiting }
}

interface Known {
  seen: Foreseen
  released: readonly Release[]
}

/** Returns what the guard would do with each document, asked one after the other; what is known stays until it is known anew. */
export function useDocumentPreviews(documents: readonly ReadDocument[], released: readonly Release[]): (document: ReadDocument) => Foreseen {
  const [all, setAll] = useState<ReadonlyMap<ReadDocument, Known>>(new Map())
  const next = documents.find((document) => all.get(document)?.released !== released)
  const settle = useEffectEvent((document: ReadDocument, seen: Foreseen) => {
    setAll((before) => new Map([...before].filter(([each]) => documents.includes(each))).set(document, { seen, released }))
  })
  useEffect(() => {
    if (next === undefined) return undefined
    const asking = new AbortController()
    void foresee({ document: next }, released, asking.signal).then((seen) => { if (seen !== null) settle(next, seen) })
    return () => { asking.abort() }
  }, [next, released])
  return (document) => all.get(document)?.seen ?? waiting
}

/** Returns what is foreseen, or null where nobody waits for it any more. */
async function foresee(asked: Parameters<typeof previewOf>[0], released: readonly Release[], signal: AbortSignal): Promise<Foreseen | null> {
  const outcome = await previewOf(asked, released, signal)
  if (signal.aborted) return null
  return outcome.ok ? { state: 'known', preview: outcome.value } : { state: 'failed' }
}
