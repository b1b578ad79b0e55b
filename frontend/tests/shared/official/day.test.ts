import { expect, test } from 'vitest'
import { spellDate } from '@/shared/official/day'

test.each([['2026-11-22', '2026. 11. 22.'], ['2026년 3월 5일', '2026. 3. 5.'], ['2026.03.05', '2026. 3. 5.'], ['2026-13-40', '2026-13-40'], ['다음 주', '다음 주'], ['', '']])('%s is written %s', (typed, told) => {
  expect(spellDate(typed)).toBe(told)
})
