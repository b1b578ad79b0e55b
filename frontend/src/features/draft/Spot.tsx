import { createContext, useContext, type JSX } from 'react'
import type { NamedFinding } from './lint'
import { piecesOf } from '@/shared/guard/place'

/** What was found on the page, by its place, and which of it the official looks at. */
export interface Found {
  byPlace: ReadonlyMap<string, readonly NamedFinding[]>
  selected: string | null
}

export const FoundHere = createContext<Found>({ byPlace: new Map(), selected: null })

/** A text of the page, with what was found in it marked. */
export function Spot({ place, text }: { place: string; text: string }): JSX.Element {
  const { byPlace, selected } = useContext(FoundHere)
  const found = byPlace.get(place) ?? []
  const chosen = found.find(({ id }) => id === selected)
  const apart = (each: NamedFinding): boolean => chosen === undefined || each === chosen || each.words.end <= chosen.words.start || each.words.start >= chosen.words.end
  const spans = found.filter(apart).map((finding) => ({ ...finding.words, finding })) // the chosen one is never hidden by another
  return (
    <>
      {piecesOf(text, spans).map(({ text: words, span }, at) => span === null
        ? words
        : <mark key={at} className="paper-mark" data-level={span.finding.level} data-selected={span.finding === chosen} data-finding={span.finding.id}>{words}</mark>)}
    </>
  )
}
