import { expect, test } from 'vitest'
import { parseRich, parseRuns, plainText } from '@/shared/talk/rich'

const kinds = (text: string): string[] => parseRich(text).map((block) => block.kind)

test('headings, lists, quotes, tables and paragraphs are told apart', () => {
  expect(kinds('# 제목\n\n글\n\n- 하나\n- 둘\n\n> 인용\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toEqual(['heading', 'paragraph', 'list', 'quote', 'table'])
})

test('the line under a table head is no row', () => {
  expect(parseRich('| a |\n|---|\n| 1 |')).toEqual([{ kind: 'table', rows: [[[{ kind: 'text', text: 'a' }]], [[{ kind: 'text', text: '1' }]]] }])
})

test('a date at the start of a line is no list', () => {
  expect(kinds('2026. 12. 4.(금) 14:00')).toEqual(['paragraph'])
})

test('lists parted by an empty line stay one list', () => {
  expect(kinds('- 하나\n\n- 둘')).toEqual(['list'])
})

test('a fence that is not closed yet is code already', () => {
  expect(parseRich('```\na < b')).toEqual([{ kind: 'code', text: 'a < b' }])
})

test('a number in brackets is a source', () => {
  expect(parseRuns('개최한다. [1]')).toEqual([{ kind: 'text', text: '개최한다. ' }, { kind: 'source', number: 1 }])
})

test('marks of HTML stay text', () => {
  expect(parseRuns('<b>굵게</b>')).toEqual([{ kind: 'text', text: '<b>굵게</b>' }])
})

test('the copy has no marks of Markdown and no source numbers', () => {
  expect(plainText('## 제목\n- **굵은** 글 [1]\n\n| a | b |\n|---|---|\n| 1 | 2 |')).toBe('제목\n- 굵은 글\n\na\tb\n1\t2')
})
