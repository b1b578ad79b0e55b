import { expect, test } from 'vitest'
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
