import { expect, test } from 'vitest'
import type { Item } from '@/shared/official/model'
import { parseOutline, putTable, shiftLevel, tableAt, writeOutline } from '@/shared/official/outline'

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
