import type { Place } from '@/shared/api/guard'
import type { ReadDocument } from '@/shared/api/types'
import { t } from '@/shared/text/text'

/** A span of a text, in Unicode code points. */
export interface Span {
  start: number
  end: number
}

/** A piece of a text: as it stands, or one of the spans in it. */
export interface Piece<T extends Span> {
  text: string
  span: T | null
}

/** Returns the places, in UTF-16 units of a string, of ascending code points of it. */
export function unitsOf(text: string, points: readonly number[]): number[] {
  const units: number[] = []
  let unit = 0
  let point = 0
  for (const wanted of points) {
    while (point < wanted && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1
      point += 1
    }
    units.push(unit)
  }
  return units
}

/** Returns a text cut at its spans, in order; of two that overlap the one that begins first is taken, then the longer one. */
export function piecesOf<T extends Span>(text: string, spans: readonly T[]): Piece<T>[] {
  const ordered = [...spans].sort((one, other) => one.start - other.start || other.end - one.end)
  const taken: T[] = []
  for (const span of ordered) if (span.end > span.start && span.start >= (taken.at(-1)?.end ?? 0)) taken.push(span)
  const units = unitsOf(text, taken.flatMap((span) => [span.start, span.end]))
  const pieces: Piece<T>[] = []
  let from = 0
  taken.forEach((span, at) => {
    const start = units[at * 2] ?? from
    const end = units[at * 2 + 1] ?? start
    if (start > from) pieces.push({ text: text.slice(from, start), span: null })
    pieces.push({ text: text.slice(start, end), span })
    from = end
  })
  if (from < text.length) pieces.push({ text: text.slice(from), span: null })
  return pieces
}

const around = 24 // code points of its surroundings that a finding is shown with

/** Returns what stands before and after a span, on one line; cut where it is long, unless the whole text is wished for. */
export function contextOf(text: string, { start, end }: Span, whole = false): { before: string; after: string } {
  const [from = 0, first = 0, last = 0, to = 0] = unitsOf(text, [whole ? 0 : Math.max(0, start - around), start, end, whole ? Infinity : end + around])
  const line = (words: string): string => words.replaceAll(/\s+/g, ' ')
  return {
    before: (from > 0 ? '…' : '') + line(text.slice(from, first)),
    after: line(text.slice(last, to)) + (to < text.length ? '…' : ''),
  }
}

/** Returns the text of a document at a place; empty where there is none. */
export function textAt(document: ReadDocument, place: Place): string {
  if (place.field === 'name') return document.name
  if (place.field === 'text') return ''
  const block = document.blocks[place.block]
  if (block === undefined) return ''
  return block.kind === 'table' ? (block.rows[place.row ?? 0]?.[place.cell ?? 0] ?? '') : block.text
}

/** Returns in words where a finding stands in a document. */
export function placeWords(document: ReadDocument, place: Place): string {
  if (place.field === 'name') return t('guard.in_name')
  if (place.field === 'text') return ''
  const page = document.blocks[place.block]?.page ?? null
  const words = page === null ? [] : [t('sources.page', { n: page })]
  if (place.row !== null) words.push(t('guard.in_cell', { row: place.row + 1, cell: (place.cell ?? 0) + 1 }))
  return words.join(' · ')
}
