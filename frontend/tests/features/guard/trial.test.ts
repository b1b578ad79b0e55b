import { expect, test } from 'vitest'
import { categoriesOf } from '@/features/guard/trial'
import type { GuardRule } from '@/shared/api/guard'

const rule = (name: string, type: string, category = ''): GuardRule => (
  { type, name, category, action: 'mask', answer: 'mask', basis: '', labels: [], matches: [], passes: [], release: false, shadow: false, departments: [], expires: null }
)

test('rules stand by category; those without one by their kind', () => {
  const rules = [rule('주민등록번호', 'RRN'), rule('욕설', 'WORD'), rule('입찰 정보', 'WORD', '비공개 업무'), rule('전화번호', 'PHONE')]
  const names = [...categoriesOf(rules, { words: '금칙어', numbers: '개인정보' })].map(([category, own]) => [category, ...own.map((each) => each.name)])
  expect(names).toEqual([['개인정보', '주민등록번호', '전화번호'], ['금칙어', '욕설'], ['비공개 업무', '입찰 정보']])
})
