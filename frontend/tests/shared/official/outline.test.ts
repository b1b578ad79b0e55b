import { expect, test } from 'vitest'
import type { Item } from '@/shared/official/model'
import { parseBody, parseOutline, putPicture, putTable, shiftLevel, tableAt, writeOutline } from '@/shared/official/outline'

const item = (text: string, ...items: Item[]): Item => ({ text, items, table: null })
const outline = '개최합니다.\n  일시: 2026. 12. 4.\n  장소\n  | 구분 | 금액 |\n  | 강사료 | 800 |\n제출합니다.'

test('two spaces make a level', () => {
  expect(parseOutline('가\n  나\n    다\n라')).toEqual([item('가', item('나', item('다'))), item('라')])
})

test('a level that was skipped is closed up', () => {
  expect(parseOutline('가\n      나')).toEqual([item('가', item('나'))])
})

test('table lines belong to the item above them', () => {
  expect(parseOutline(outline)[0]?.items[1]?.table).toEqual([['구분', '금액'], ['강사료', '800']])
})

test('a table on the first line is not lost', () => {
  expect(parseOutline('| a | b |')).toEqual([{ text: '', items: [], table: [['a', 'b']] }])
})

test('what is written is read again as the same items', () => {
  expect(writeOutline(parseOutline(outline))).toBe(outline)
})

test('a bar inside a cell survives', () => {
  const items = [{ ...item('표'), table: [['a|b', 'c']] }]
  expect(parseOutline(writeOutline(items))).toEqual(items)
})

test('every selected line moves one level, and the selection with it', () => {
  expect(shiftLevel({ text: '가\n나\n다', start: 0, end: 3 }, 1)).toEqual({ text: '  가\n  나\n다', start: 2, end: 7 })
})

test('a line on the first level stays there', () => {
  expect(shiftLevel({ text: '가\n  나', start: 0, end: 5 }, -1)).toEqual({ text: '가\n나', start: 0, end: 3 })
})

test('the table under the cursor is found', () => {
  expect(tableAt(outline, outline.indexOf('장소')).rows).toEqual([['구분', '금액'], ['강사료', '800']])
})

test('an edited table takes the place of the old one', () => {
  const span = tableAt(outline, outline.indexOf('강사료'))
  expect(putTable(outline, span, [['새 표']])).toBe('개최합니다.\n  일시: 2026. 12. 4.\n  장소\n  | 새 표 |\n제출합니다.')
})

test('a new table goes under the last item of a text without a line end', () => {
  expect(putTable('가', tableAt('가', 1), [['a']])).toBe('가\n| a |\n')
})

test('marks that somebody typed are not told twice, and make the levels', () => {
  const pasted = '1. 관련: 기획예산과-1(2026. 11. 2.)\n2. 다음과 같이 실시합니다.\n 가. 일시: 2026. 12. 4.\n  1) 접수\n 나. 장소\n붙임  1. 계획서 1부.\n      2. 명단 2부.  끝.'
  expect(parseBody(pasted)).toEqual({
    items: [item('관련: 기획예산과-1(2026. 11. 2.)'), item('다음과 같이 실시합니다.', item('일시: 2026. 12. 4.', item('접수')), item('장소'))],
    attachments: [{ name: '계획서', copies: 1 }, { name: '명단', copies: 2 }],
  })
})

test('bullets are marks, each with its indent', () => {
  expect(parseOutline('□ 개요\n ○ 일시\n  - 오전\n ○ 장소\n□ 협조')).toEqual([item('개요', item('일시', item('오전')), item('장소')), item('협조')])
})

test('marks below words without one stand under them', () => {
  expect(parseOutline('알립니다.\n1. 일시\n2. 장소')).toEqual([item('알립니다.', item('일시'), item('장소'))])
})

test.each(['12. 4.(금) 14:00', '2026. 12. 4.', '1.5배', '가나다', '붙임 문서를 확인'])('%s begins with no mark', (line) => {
  expect(parseBody(line)).toEqual({ items: [item(line)], attachments: [] })
})

test('the end sign that somebody typed goes', () => {
  expect(parseOutline('제출하여 주시기 바랍니다.  끝.')).toEqual([item('제출하여 주시기 바랍니다.')])
})

test('no item stands deeper than the eight levels of the rule', () => {
  const deep = Array.from({ length: 12 }, (_, level) => `${'  '.repeat(level)}글`).join('\n')
  const depth = (items: Item[]): number => items.reduce((most, each) => Math.max(most, 1 + depth(each.items)), 0)
  expect(depth(parseOutline(deep))).toBe(8)
})

test('a picture stands under its item, and is written and read again', () => {
  const pictures: string[] = []
  const items = [item('가'), { ...item('나'), picture: { content: 'AAAA', says: '위치도' } }]
  const text = writeOutline(items, pictures)
  expect([text, pictures]).toEqual(['가\n나\n[그림 1: 위치도]', ['AAAA']])
  expect(parseBody(text, pictures).items).toEqual(items)
})

test('a second picture makes an item of its own', () => {
  expect(parseBody('가\n[그림 1: a]\n[그림 2: b]', ['A', 'B']).items.map(({ text, picture }) => [text, picture?.says])).toEqual([['가', 'a'], ['', 'b']])
})

test('a picture that nobody put in is only words', () => {
  expect(parseOutline('[그림 1: 위치도]')).toEqual([item('[그림 1: 위치도]')])
})

test('a picture goes under the item at the cursor, its words selected', () => {
  const put = putPicture({ text: '가\n  나\n다', start: 5, end: 5 }, 1, '설명')
  expect([put.text, put.text.slice(put.start, put.end)]).toEqual(['가\n  나\n  [그림 1: 설명]\n다', '설명'])
})
