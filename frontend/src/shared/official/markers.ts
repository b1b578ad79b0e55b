import type { Item } from './model'
import { t } from '@/shared/text/text'

/** An item as it stands on the page: `level` from 1, `marker` empty where it has none. */
export interface PlacedItem {
  level: number
  marker: string
  text: string
  table: string[][] | null
}

const deepest = 8
const vowels = [0, 4, 8, 13, 18, 20]
const codePointsPerVowel = 28

/** Returns the Hangul ordinal at a place from 0; after the last syllable the next simple vowel begins. */
export function syllable(place: number): string {
  const syllables = Array.from(t('official.syllables'))
  const turn = Math.floor(place / syllables.length) % vowels.length
  const first = (syllables[place % syllables.length] ?? '').codePointAt(0) ?? 0
  return String.fromCodePoint(first + (vowels[turn] ?? 0) * codePointsPerVowel)
}

/** Returns the marker at a level from 1 to 8 and a place from 0 (행정업무규정 시행규칙 제2조제1항). */
export function marker(level: number, place: number): string {
  const number = String(place + 1)
  const letter = syllable(place)
  const shapes = [
    `${number}.`, `${letter}.`, `${number})`, `${letter})`, `(${number})`, `(${letter})`,
    Array.from(t('official.circled_numbers'))[place] ?? `<${number}>`,
    Array.from(t('official.circled_syllables'))[place] ?? `<${letter}>`,
  ]
  return shapes[level - 1] ?? ''
}

/** Returns every item in reading order; one alone on its level has no marker, what stands below takes its level. */
export function placeItems(items: readonly Item[], level = 1): PlacedItem[] {
  const told = items.filter((item) => item.text !== '').length
  let place = 0
  return items.flatMap((item) => {
    const shown = item.text !== '' && told > 1 && level <= deepest
    const placed = { level, marker: shown ? marker(level, place) : '', text: item.text, table: item.table }
    if (shown) place += 1
    return [placed, ...placeItems(item.items, shown ? level + 1 : level)]
  })
}
