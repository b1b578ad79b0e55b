import { expect, test } from 'vitest'
import { emptyForm, fill, toDocument, toSent, type DraftForm } from '@/features/draft/form'

const form = (part: Partial<DraftForm>): DraftForm => ({ ...emptyForm('○○구'), ...part })

test('inside the agency nobody is named as sender', () => {
  const before = emptyForm('○○구')
  const document = toDocument({ ...before, document: { ...before.document, sender: '○○구청장' } })
  expect([document.to, document.sender]).toEqual(['내부결재', ''])
})

test('one recipient stands in the head', () => {
  expect(toDocument(form({ internal: false, recipients: '각 동장' }))).toMatchObject({ to: '각 동장', recipients: [] })
})

test('several recipients stand at the foot', () => {
  expect(toDocument(form({ internal: false, recipients: '가\n나' }))).toMatchObject({ to: '수신자 참조', recipients: ['가', '나'] })
})

test('only what was filled in is sent, with the wish', () => {
  expect(toSent(form({ request: '알림' }))).toEqual({ agency: '○○구', to: '내부결재', request: '알림' })
})

test('a draft fills the outline, and what it leaves out stays', () => {
  const before = emptyForm('○○구')
  const filled = fill({ ...before, document: { ...before.document, phone: '02-000-0000' } }, { title: '제목', body: [{ text: '글', items: [], table: null }] })
  expect([filled.document.title, filled.document.phone, filled.outline]).toEqual(['제목', '02-000-0000', '글'])
})

test('a draft to several recipients is read back into the form', () => {
  expect(fill(form({}), { to: '수신자 참조', recipients: ['가', '나'] })).toMatchObject({ internal: false, recipients: '가\n나' })
})

test('what is loaded into the form makes the same document again', () => {
  const draft = { to: '각 동장', title: '제목', body: [{ text: '글', items: [{ text: '밑', items: [], table: [['a', 'b']] }], table: null }] }
  expect(toDocument(fill(form({}), draft))).toMatchObject(draft)
})
