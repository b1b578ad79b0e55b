import { expect, test } from 'vitest'
import { marker, placeItems, syllable } from '@/shared/official/markers'
import type { Item } from '@/shared/official/model'

const item = (text: string, ...items: Item[]): Item => ({ text, items, table: null })
const written = (items: Item[]): string[] => placeItems(items).map((placed) => `${placed.level}:${placed.marker}${placed.text}`)

test('the eight levels have the markers of the rule', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((level) => marker(level, 1))).toEqual(['2.', '나.', '2)', '나)', '(2)', '(나)', '②', '㉯'])
})

test('after 하 comes 거, and so on through the simple vowels', () => {
  expect([13, 14, 27, 28, 42].map(syllable)).toEqual(['하', '거', '허', '고', '구'])
})

test('a circled marker that does not exist becomes a number in angle brackets', () => {
  expect([marker(7, 49), marker(7, 50), marker(8, 14)]).toEqual(['㊿', '<51>', '<거>'])
})

test('several items on a level are marked', () => {
  expect(written([item('관련'), item('요청', item('일시'), item('장소'))])).toEqual(['1:1.관련', '1:2.요청', '2:가.일시', '2:나.장소'])
})

test('an item alone on its level has no marker, and those below take its level', () => {
  expect(written([item('알립니다', item('일시'), item('장소'))])).toEqual(['1:알립니다', '1:1.일시', '1:2.장소'])
})

test('a table without text takes no number', () => {
  expect(written([item('가'), { text: '', items: [], table: [['a']] }, item('나')])).toEqual(['1:1.가', '1:', '1:2.나'])
})
