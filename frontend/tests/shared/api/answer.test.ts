import { expect, test } from 'vitest'
import { asSent, goingOn } from '@/shared/api/answer'
import type { IlsonMessage } from '@/shared/api/types'

test('of an answer only its text is sent back', () => {
  const answer: IlsonMessage = {
    id: 'a',
    role: 'assistant',
    metadata: { model: 'builtin' },
    parts: [{ type: 'data-guard', data: { counts: [], grade_before: 'O', grade: 'O', reasons: [], released: 0, orders: 0, hidden: 0, warnings: [] } }, { type: 'text', text: '답', state: 'done' }],
  }
  expect(asSent(answer)).toEqual({ id: 'a', role: 'assistant', parts: [{ type: 'text', text: '답' }] })
})

test('a question is sent with its documents', () => {
  const data = { name: 'a.txt', kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] }
  const question: IlsonMessage = { id: 'q', role: 'user', parts: [{ type: 'data-document', data }, { type: 'text', text: '물음' }] }
  expect(asSent(question)).toEqual(question)
})

const file: IlsonMessage['parts'] = [{ type: 'data-document', data: { name: 'a.txt', kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] } }]
const asks = (id: string, parts: IlsonMessage['parts'] = []): IlsonMessage => ({ id, role: 'user', parts: [...parts, { type: 'text', text: id }] })
const answers = (text: string): IlsonMessage => ({ id: `re ${text}`, role: 'assistant', parts: [{ type: 'text', text }] })

test('a question without an answer is left out once another follows it', () => {
  const going = goingOn([asks('1'), answers('답'), asks('2'), asks('3')], new Set())
  expect(going.map((message) => message.id)).toEqual(['1', 're 답', '3'])
})

test('an answer that brought no text is left out with its question', () => {
  expect(goingOn([asks('1'), answers(''), asks('2')], new Set()).map((message) => message.id)).toEqual(['2'])
})

test('the newest question is sent whatever became of it', () => {
  expect(goingOn([asks('1', file)], new Set(['1']))).toEqual([asks('1', file)])
})

test('the documents of a question that failed pass to the next', () => {
  expect(goingOn([asks('1', file), asks('2')], new Set())).toEqual([asks('2', file)])
})

test('the documents of a question that was refused are left out', () => {
  expect(goingOn([asks('1', file), asks('2')], new Set(['1']))).toEqual([asks('2')])
})
