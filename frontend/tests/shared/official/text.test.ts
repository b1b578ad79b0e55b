import { expect, test } from 'vitest'
import { plainType } from '@/shared/official/look'
import { wholeDocument } from '@/shared/official/model'
import { bodyText } from '@/shared/official/text'

const item = (text: string, table: string[][] | null = null): { text: string; items: []; table: string[][] | null } => ({ text, items: [], table })

test('the text to paste is the body alone, its cells parted by tabs', () => {
  const document = wholeDocument({
    agency: '○○구', title: '제목', phone: '02',
    body: [{ text: '알립니다.', items: [item('일시'), item('금액', [['구분', '금액'], ['강사료', '800']])], table: null }, item('제출합니다.')],
    attachments: [{ name: '계획서', copies: 1 }, { name: '명단', copies: 2 }],
  })
  expect(bodyText(document)).toBe('1. 알립니다.\n  가. 일시\n  나. 금액\n구분\t금액\n강사료\t800\n2. 제출합니다.\n\n붙임  1. 계획서 1부.\n      2. 명단 2부.  끝.')
})

test('the end sign follows the last words, or stands below a table', () => {
  expect([item('글'), item('글', [['a']])].map((each) => bodyText(wholeDocument({ body: [each] })))).toEqual(['글  끝.', '글\na\n  끝.'])
})

test('facts stand before the body, and the marks of the type are used', () => {
  const document = wholeDocument({ facts: [{ label: '일시', text: '오늘' }], body: [item('개요'), item('계획')] })
  expect(bodyText(document, { ...plainType.look, marks: ['□'], end: false })).toBe('일시\t오늘\n\n□ 개요\n□ 계획')
})

test('a table whose last rows are empty closes with 이하 빈칸 and no end sign', () => {
  expect(bodyText(wholeDocument({ body: [item('글', [['a', 'b'], ['c', 'd'], ['', '']])] }))).toBe('글\na\tb\nc\td\n이하 빈칸\t')
})
