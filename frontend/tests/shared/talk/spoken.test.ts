import { expect, test } from 'vitest'
import { nothingSaid, sayNext, spokenLength } from '@/shared/talk/spoken'

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

test('what was said is not said again', () => {
  const first = sayNext(nothingSaid, 'a', '하나입니다. 둘입', false)
  expect(sayNext(first, 'a', '하나입니다. 둘입니다. 셋', false).words).toBe('둘입니다.')
})

test('at the end only the rest is said', () => {
  const first = sayNext(nothingSaid, 'a', '하나입니다. 둘', false)
  expect([sayNext(first, 'a', '하나입니다. 둘', true).words, sayNext(first, 'a', '하나입니다. ', true).words]).toEqual(['둘', ''])
})

test('another answer is said from its beginning', () => {
  const first = sayNext(nothingSaid, 'a', '하나입니다. 둘', true)
  expect(sayNext(first, 'b', '셋입니다. ', false).words).toBe('셋입니다.')
})
