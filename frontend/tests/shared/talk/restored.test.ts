import { expect, test } from 'vitest'
import { cutter } from '@/shared/talk/restored'

const values = (...pairs: [string, string][]) => cutter(pairs.map(([value, label]) => ({ value, type: '', label })))

test('a value that was put back is cut out of the text around it', () => {
  expect(values(['010-1234-5678', '전화번호'])('번호는 010-1234-5678입니다.')).toEqual([
    { words: '번호는 ', label: null }, { words: '010-1234-5678', label: '전화번호' }, { words: '입니다.', label: null },
  ])
})

test('of two values the longer one is found', () => {
  const cut = values(['홍길동', '이름'], ['홍길동 (서울시)', '주소'])
  expect(cut('홍길동 (서울시)').map((each) => each.label)).toEqual(['주소'])
})

test('a value is no pattern', () => {
  expect(values(['a.b+c@d.kr', '이메일'], ['[1]', '표시'])('axb+c@d.kr a.b+c@d.kr').map((each) => each.label)).toEqual([null, '이메일'])
})

test('without values the text stays whole', () => {
  expect(values()('글')).toEqual([{ words: '글', label: null }])
})
