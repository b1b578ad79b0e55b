import { expect, test } from 'vitest'
import { tableHtml, tableText } from '@/features/compare/clip'
import type { ComparedRow } from '@/shared/api/documents'

const same = (text: string) => ({ text, changed: false })
const changed = (text: string) => ({ text, changed: true })
const rows: ComparedRow[] = [
  { change: 'changed', old: [same('  1. '), changed('3일')], new: [same('  1. '), changed('7일')] },
  { change: 'added', old: [changed('<신 설>')], new: [changed('제2조 & 제3조\n② 항')] },
]

test('what changed is underlined in a word processor, and the depth of a line stays', () => {
  expect(tableHtml(rows)).toContain('<tr><td>&nbsp;&nbsp;1. <u>3일</u></td><td>&nbsp;&nbsp;1. <u>7일</u></td></tr>')
})

test('what is written in a document is text, never form', () => {
  expect(tableHtml(rows)).toContain('<u>&lt;신 설&gt;</u></td><td><u>제2조 &amp; 제3조<br>② 항</u>')
})

test('as plain text a row is a line, its sides apart by a tab', () => {
  expect(tableText(rows).split('\n')).toEqual(['현행\t개정안', '1. 3일\t1. 7일', '<신 설>\t제2조 & 제3조 ② 항'])
})
