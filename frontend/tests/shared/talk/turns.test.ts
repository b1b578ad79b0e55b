import { expect, test } from 'vitest'
import type { IlsonMessage } from '@/shared/api/types'
import { documentsOf, isWhole, restoredOf, sourcesOf, turnsOf } from '@/shared/talk/turns'

const data = { name: 'a.txt', kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] }
const question: IlsonMessage = { id: 'q', role: 'user', parts: [{ type: 'data-document', data }, { type: 'text', text: '물음' }] }
const source = { number: 1, document: 0, block: 3, page: 2, quote: '글' }
const answer: IlsonMessage = {
  id: 'a',
  role: 'assistant',
  parts: [{ type: 'source-document', sourceId: '1', mediaType: 'text/plain', title: 'a.txt', providerMetadata: { ilson: source } }],
}

test('a question without an answer is a turn too', () => {
  expect(turnsOf([question, answer, question]).map((turn) => turn.answer?.id ?? null)).toEqual(['a', null])
})

test('documents count over the whole conversation', () => {
  expect(documentsOf([question, answer, question])).toEqual([data, data])
})

test('a source is read from what the server says of it', () => {
  expect(sourcesOf(answer)).toEqual([source])
})

test('a source without a place is not shown', () => {
  expect(sourcesOf({ ...answer, parts: [{ type: 'source-document', sourceId: '1', mediaType: 'text/plain', title: 'a.txt' }] })).toEqual([])
})

test('an answer is whole when its facts have come', () => {
  expect([isWhole(answer), isWhole({ ...answer, metadata: { model: 'builtin' } })]).toEqual([false, true])
})

test('the values that were put back are those told last', () => {
  const values = [{ value: '010-1234-5678', type: 'PHONE', label: '전화번호' }]
  expect([restoredOf(answer), restoredOf({ ...answer, parts: [{ type: 'data-restored', id: 'restored', data: { values } }] })]).toEqual([[], values])
})
