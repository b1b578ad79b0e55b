import { expect, test } from 'vitest'
import { beforeText, markAt, markerOf, placeItems, syllable } from '@/shared/official/markers'
import type { Item } from '@/shared/official/model'

const item = (text: string, ...items: Item[]): Item => ({ text, items, table: null })
const written = (items: Item[], marks: string[] = []): string[] => placeItems(items, marks).map((placed) => `${placed.level}:${placed.marker}${placed.text}`)

test('the eight levels have the markers of the rule', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((level) => markerOf(markAt(level), 1))).toEqual(['2.', '나.', '2)', '나)', '(2)', '(나)', '②', '㉯'])
})

test('after 하 comes 거, and so on through the simple vowels', () => {
  expect([13, 14, 27, 28, 42].map(syllable)).toEqual(['하', '거', '허', '고', '구'])
})

test('a circled marker that does not exist becomes a number in angle brackets', () => {
  expect([markerOf('①', 49), markerOf('①', 50), markerOf('㉮', 14)]).toEqual(['㊿', '<51>', '<거>'])
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

test('marks of an agency count on or repeat, and the last serves the deeper levels', () => {
  const deep = item('가', item('나', item('다', item('라')), item('마')))
  expect(written([deep, item('바')], ['Ⅰ.', '○', '-'])).toEqual(['1:Ⅰ.가', '2:○나', '3:-다', '4:-라', '3:-마', '1:Ⅱ.바'])
})

test('a bullet stands also where an item is alone, a number does not', () => {
  expect([written([item('가', item('나'))], ['□', '○']), written([item('가', item('나'))], ['1.', '○'])]).toEqual([['1:□가', '2:○나'], ['1:가', '1:나']])
})

test('articles are counted', () => {
  expect([markerOf('제1조', 1), markerOf('Ⅰ.', 11), markerOf('Ⅰ.', 12), markerOf('※', 3)]).toEqual(['제2조', 'Ⅻ.', '13.', '※'])
})

test('the name of an article follows without a space', () => {
  const placed = placeItems([item('(목적) 이 협약은'), item('시행')], ['제1조'])
  expect([...placed.map(beforeText), ...placeItems([item('가'), item('(나)')]).map(beforeText)]).toEqual(['제1조', '제2조 ', '1. ', '2. '])
})

test('every item tells its place as the linter names it', () => {
  expect(placeItems([item('가', item('나')), item('다')]).map(({ place }) => place)).toEqual(['body[0]', 'body[0].items[0]', 'body[1]'])
})
