import { expect, test } from 'vitest'
import { wholeDocument } from '@/shared/official/model'
import { placeInOutline, stepsOf, textAt, withTextAt, wordsAround } from '@/shared/official/places'

const document = wholeDocument({
  title: '제목', facts: [{ label: '일시', text: '오늘' }],
  body: [{ text: '가', items: [{ text: '나', table: [['a', 'b'], ['c', 'd']] }] }],
})
const outline = '가\n  1) 나\n  | a | b |\n  | c | d |\n\n다'
const words = (place: string): string | null => {
  const found = placeInOutline(outline, [], place)
  return found?.words == null ? null : outline.slice(found.words.start, found.words.end)
}

test('a place is read step by step', () => {
  expect(stepsOf('body[0].items[12].table[1][0]')).toEqual(['body', 0, 'items', 12, 'table', 1, 0])
})

test('a fact that is missing is named by its label', () => {
  expect([stepsOf('facts.일시·장소'), textAt(document, 'facts.일시·장소')]).toEqual([['facts', '일시·장소'], null])
})

test.each([
  ['title', '제목'], ['facts[0].text', '오늘'], ['body[0].items[0].text', '나'], ['body[0].items[0].table[1][1]', 'd'],
  ['', null], ['body[7].text', null], ['body', null],
])('the text at %s is %s', (place, text) => { expect(textAt(document, place)).toBe(text) })

test('another text is put at one place alone', () => {
  const changed = withTextAt(document, 'body[0].items[0].table[1][1]', 'x')
  expect(changed.body[0]?.items[0]?.table).toEqual([['a', 'b'], ['c', 'x']])
  expect([changed.title, document.body[0]?.items[0]?.table?.[1]?.[1]]).toEqual(['제목', 'd'])
})

test('the words of an item are found on their line, behind the mark that was typed', () => {
  expect(placeInOutline(outline, [], 'body[0].items[0].text')).toEqual({ line: { start: 2, end: 8 }, words: { start: 7, end: 8 } })
})

test('a cell is found on the line of its row', () => {
  expect([words('body[0].items[0].table[1][0]'), words('body[1].text')]).toEqual(['c', '다'])
})

test('what the line says in another way is led to by its line', () => {
  const found = placeInOutline('표\n| a\\|b |', [], 'body[0].table[0][0]')
  expect(found).toEqual({ line: { start: 2, end: 10 }, words: null })
})

test('a place that the outline has not is not found', () => {
  expect([placeInOutline(outline, [], 'body[5].text'), placeInOutline(outline, [], 'title')]).toEqual([null, null])
})

test.each([
  ['교육을 2026.12.9.에', '2026.12.9.에', { start: 8, end: 12 }, { start: 4, end: 15 }],
  ['가 가 가', '가', { start: 2, end: 3 }, { start: 2, end: 3 }],
  ['😀 12.1.', '12.1.', { start: 4, end: 5 }, { start: 2, end: 7 }],
  ['다른 글', '없는 말', { start: 0, end: 2 }, { start: 0, end: 2 }],
  ['글', '', { start: 0, end: 0 }, { start: 0, end: 0 }],
])('in %j the words %j around %o are %o', (text, words, stretch, around) => { expect(wordsAround(text, words, stretch)).toEqual(around) })
