import { expect, test } from 'vitest'
import { spokenLength } from '@/shared/talk/spoken'

const spoken = (text: string, done = false): string => text.slice(0, spokenLength(text, done))

test('a sentence is said when it is finished', () => {
  expect(spoken('개최합니다. 장소는 구청')).toBe('개최합니다.')
})

test('half a sentence waits', () => {
  expect(spoken('장소는 구청 대강')).toBe('')
})

test('the rest is said at the end', () => {
  expect(spoken('장소는 구청', true)).toBe('장소는 구청')
})
