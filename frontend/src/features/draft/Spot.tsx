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
  const spans = shownOf(found, selected).map((finding) => ({ ...finding.words, finding }))
  return (
    <>
      {piecesOf(text, spans).map(({ text: words, span }, at) => span === null
        ? words
        : <mark key={at} className="paper-mark" data-level={span.finding.level} data-selected={span.finding.id === selected} data-finding={span.finding.id}>{words}</mark>)}
    </>
  )
}

/** Returns the findings that are marked: of those that overlap the chosen one, else the heaviest; they come in that order. */
function shownOf(found: readonly NamedFinding[], selected: string | null): NamedFinding[] {
  const shown: NamedFinding[] = []
  for (const each of found.toSorted((one, other) => Number(other.id === selected) - Number(one.id === selected))) {
    if (shown.every(({ words }) => each.words.end <= words.start || each.words.start >= words.end)) shown.push(each)
  }
  return shown
}
