import { expect, test } from 'vitest'
import { readFailure } from '@/shared/api/failure'
import ko from '@/shared/text/ko.json'

const told = (value: unknown): Error => new Error(JSON.stringify(value))

test('a known code is told in our own sentence', () => {
  expect(readFailure(told({ code: 'model_busy', sentence: 'busy', retry: true }))).toEqual({ code: 'model_busy', sentence: ko.errors.model_busy, retry: true, rules: [], told: [] })
})

test('an unknown code keeps the sentence of the server', () => {
  expect(readFailure(told({ code: 'over_quota', sentence: '한도를 넘었습니다.', retry: false })).sentence).toBe('한도를 넘었습니다.')
})

test('a broken connection says so', () => {
  expect(readFailure(new TypeError('Failed to fetch')).code).toBe('network_down')
})

test.each(['', '<html>502</html>', '[]', 'null', '{"code":3}'])('a body that is no failure of ours is unexpected: %s', (body) => {
  expect(readFailure(new Error(body)).code).toBe('unexpected')
})

test('a code named like a built-in property is not taken for a sentence', () => {
  expect(readFailure(told({ code: 'constructor', sentence: '문장', retry: false })).sentence).toBe('문장')
})

test('the rules that stopped a question are kept', () => {
  expect(readFailure(told({ code: 'word_blocked', retry: false, rules: ['대외비', 3] })).rules).toEqual(['대외비'])
})

test('what each rule found is kept; what is no rule is not', () => {
  const rule = { rule: '입찰 정보', action: 'confirm', why: '까닭', basis: '근거' }
  expect(readFailure(told({ code: 'confirmation_needed', retry: false, told: [rule, { rule: 3 }, null] })).told).toEqual([rule])
})
