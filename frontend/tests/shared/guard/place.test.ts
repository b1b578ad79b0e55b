import { expect, test } from 'vitest'
import { contextOf, piecesOf, placeWords, textAt, unitsOf } from '@/shared/guard/place'
import { t } from '@/shared/text/text'

const document = {
  name: '명단.xlsx', kind: 'xlsx', pages: 2, characters: 20, hidden: 0,
  blocks: [
    { kind: 'paragraph' as const, text: '첫 문단', page: 1 },
    { kind: 'table' as const, rows: [['이름', '전화'], ['홍길동', '010-1234-5678']], page: 2 },
  ],
}
const marked = (text: string, ...spans: { start: number; end: number }[]): string[] => piecesOf(text, spans).flatMap((piece) => (piece.span === null ? [] : [piece.text]))

test('a place counted in code points is the same place behind an emoji', () => {
  expect(marked('😀 전화 010-1234-5678', { start: 5, end: 18 })).toEqual(['010-1234-5678'])
})

test('an emoji inside of a finding stays whole', () => {
  expect(marked('가😀나👨‍👩‍👧다', { start: 1, end: 2 }, { start: 3, end: 8 })).toEqual(['😀', '👨‍👩‍👧'])
})

test('the pieces are the text again', () => {
  const text = '😀 홍길동 😀 010'
  expect(piecesOf(text, [{ start: 8, end: 11 }, { start: 2, end: 5 }]).map((piece) => piece.text).join('')).toBe(text)
})

test('of two that overlap the longer one from the left is marked', () => {
  expect(marked('서울시 강서구 화곡로 302', { start: 4, end: 7 }, { start: 0, end: 7 }, { start: 0, end: 3 })).toEqual(['서울시 강서구'])
})

test('what lies behind the end of the text is its end', () => {
  expect(unitsOf('😀가', [0, 1, 9])).toEqual([0, 2, 3])
})

test('the surroundings are cut where they are long', () => {
  const text = `${'가'.repeat(40)}홍길동${'나'.repeat(40)}`
  expect(contextOf(text, { start: 40, end: 43 })).toEqual({ before: `…${'가'.repeat(24)}`, after: `${'나'.repeat(24)}…` })
})

test('the surroundings are whole where that is wished for, and on one line', () => {
  expect(contextOf('가\n홍길동\n나', { start: 2, end: 5 }, true)).toEqual({ before: '가 ', after: ' 나' })
})

test('a place is found in a name, a paragraph and a cell', () => {
  const places = [{ field: 'name' as const }, { field: 'block' as const, block: 0, row: null, cell: null }, { field: 'block' as const, block: 1, row: 1, cell: 1 }]
  expect(places.map((place) => textAt(document, place))).toEqual(['명단.xlsx', '첫 문단', '010-1234-5678'])
})

test('a place that the document does not have has no text', () => {
  expect(textAt(document, { field: 'block', block: 7, row: null, cell: null })).toBe('')
})

test('a place in a table is told by page, row and cell as people count', () => {
  expect(placeWords(document, { field: 'block', block: 1, row: 1, cell: 1 })).toBe(`${t('sources.page', { n: 2 })} · ${t('guard.in_cell', { row: 2, cell: 2 })}`)
})
