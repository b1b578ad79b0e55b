import { expect, test } from 'vitest'
import { asSent } from '@/shared/api/answer'
import type { IlsonMessage } from '@/shared/api/types'

test('of an answer only its text is sent back', () => {
  const answer: IlsonMessage = {
    id: 'a',
    role: 'assistant',
    metadata: { model: 'builtin' },
    parts: [{ type: 'data-guard', data: { counts: [], grade: 'O', reasons: [] } }, { type: 'text', text: '답', state: 'done' }],
  }
  expect(asSent(answer)).toEqual({ id: 'a', role: 'assistant', parts: [{ type: 'text', text: '답' }] })
})

test('a question is sent with its documents', () => {
  const data = { name: 'a.txt', kind: 'txt', pages: null, characters: 1, blocks: [] }
  const question: IlsonMessage = { id: 'q', role: 'user', parts: [{ type: 'data-document', data }, { type: 'text', text: '물음' }] }
  expect(asSent(question)).toEqual(question)
})
