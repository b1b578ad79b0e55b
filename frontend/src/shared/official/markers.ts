import type { Item, Picture } from './model'
import { t } from '@/shared/text/text'

/** An item as it stands on the page: `level` from 1, `marker` empty where it has none, `place` as the linter names it. */
export interface PlacedItem {
  level: number
  marker: string
  text: string
  table: string[][] | null
  picture: Picture | null
  place: string
}

const deepest = 8
const vowels = [0, 4, 8, 13, 18, 20]
const codePointsPerVowel = 28
const romans = 12 // in Unicode, from one on
const firstRoman = 0x2160

/** Returns the Hangul ordinal at a place from 0; after the last syllable the next simple vowel begins. */
export function syllable(place: number): string {
  const syllables = Array.from(t('official.syllables'))
  const turn = Math.floor(place / syllables.length) % vowels.length
  const first = (syllables[place % syllables.length] ?? '').codePointAt(0) ?? 0
  return String.fromCodePoint(first + (vowels[turn] ?? 0) * codePointsPerVowel)
}

type Ordinal = (place: number) => string

const number: Ordinal = (place) => String(place + 1)
const roman: Ordinal = (place) => (place < romans ? String.fromCodePoint(firstRoman + place) : number(place))
const circledNumber: Ordinal = (place) => Array.from(t('official.circled_numbers'))[place] ?? `<${number(place)}>`
const circledSyllable: Ordinal = (place) => Array.from(t('official.circled_syllables'))[place] ?? `<${syllable(place)}>`

const counting: readonly [string, Ordinal][] = [
  ['1', number],
  [syllable(0), syllable],
  [String.fromCodePoint(firstRoman), roman],
  [circledNumber(0), circledNumber],
  [circledSyllable(0), circledSyllable],
]
const [article = '', clause = ''] = Array.from(t('official.article'))
const apart = '[^\\p{L}\\p{N}_]*'
const first = new RegExp(`^(${apart}|${article})(${counting.map(([sign]) => sign).join('|')})(${apart}|${clause})$`, 'u')

/** Tells whether a mark counts on, as 「1.」 does; one that does not is a bullet, and stands also where an item is alone. */
export function counts(mark: string): boolean {
  return first.test(mark)
}

/** Returns the marker at a place from 0 of a level that begins with `mark`; a bullet is the same at every place. */
export function markerOf(mark: string, place: number): string {
  const [, before = '', sign, after = ''] = first.exec(mark) ?? []
  const ordinal = counting.find(([each]) => each === sign)?.[1]
  return ordinal === undefined ? mark : before + ordinal(place) + after
}

/** Tells whether a marker counts articles; an article is no heading. */
export function isArticle(marker: string): boolean {
  return marker.endsWith(clause)
}

/** Returns what stands before the text of an item: its marker and a space, but none before the name of an article. */
export function beforeText({ marker, text }: PlacedItem): string {
  if (marker === '' || (isArticle(marker) && text.startsWith('('))) return marker
  return `${marker} `
}

/** Returns the mark of the first item at a level from 1: of the law where none are given, else the last serves deeper ones. */
export function markAt(level: number, marks: readonly string[] = []): string {
  const all = marks.length > 0 ? marks : t('official.marks').split(' ')
  return all[level - 1] ?? all.at(-1) ?? ''
}

/** Returns every item in reading order; one alone on its level has no number, what stands below takes its level. */
export function placeItems(items: readonly Item[], marks: readonly string[] = [], level = 1, at = 'body'): PlacedItem[] {
  const told = items.filter((item) => item.text !== '').length
  const mark = markAt(level, marks)
  let place = 0
  return items.flatMap((item, index) => {
    const here = `${at}[${index}]`
    const shown = item.text !== '' && (told > 1 || !counts(mark))
    const placed = { level, marker: shown ? markerOf(mark, place) : '', text: item.text, table: item.table, picture: item.picture ?? null, place: here }
    if (shown) place += 1
    return [placed, ...placeItems(item.items, marks, shown ? Math.min(level + 1, deepest) : level, `${here}.items`)]
  })
}
