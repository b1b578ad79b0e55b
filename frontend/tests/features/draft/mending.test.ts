import { expect, test } from 'vitest'
import type { LintFinding } from '@/shared/api/official'
import { emptyForm, mend, toDocument, type DraftForm } from '@/features/draft/form'
import { canReplace, replaceFound } from '@/features/draft/mending'
import { plainType, type DocumentType } from '@/shared/official/look'

const minutes: DocumentType = { ...plainType, name: 'minutes', facts: [{ label: '일시', hint: '', needed: true, long: false }] }
const form = (part: Partial<DraftForm>): DraftForm => ({ ...emptyForm('○○구'), ...part })
const finding = (part: Partial<LintFinding>): LintFinding => (
  { rule: 'DATE-01', level: 'error', place: 'body[0].text', start: 0, end: 0, excerpt: '', mended: null, message: '', basis: '', fix: '', safe: true, ...part }
)
const replaced = (before: DraftForm, part: Partial<LintFinding>): DraftForm | null =>
  replaceFound(before, minutes, finding(part), toDocument(before, minutes))

test('a finding is mended where it stands in the outline, and the rest stays as it was typed', () => {
  const before = form({ outline: '1. 😀 2026.12.4. 개최\n\n2. 제출' })
  expect(replaced(before, { start: 2, end: 12, fix: '2026. 12. 4.' })?.outline).toBe('1. 😀 2026. 12. 4. 개최\n\n2. 제출')
})

test('a finding in a field is mended there', () => {
  const before = { ...form({}), document: { ...emptyForm('○○구').document, title: '안내 안내' } }
  expect(replaced(before, { place: 'title', start: 3, end: 5, fix: '알림' })?.document.title).toBe('안내 알림')
})

test('a finding in a fact is mended under its label', () => {
  expect(replaced(form({ facts: { 일시: '2026.12.4.' } }), { place: 'facts[0].text', start: 0, end: 10, fix: '2026. 12. 4.' })?.facts).toEqual({ 일시: '2026. 12. 4.' })
})

test('a cell whose line says it in another way is mended all the same', () => {
  expect(replaced(form({ outline: '표\n| a\\|b | c |' }), { place: 'body[0].table[0][0]', start: 0, end: 1, fix: 'x' })?.outline).toBe('표\n| x\\|b | c |')
})

test('a text that has changed since it was checked is left alone', () => {
  const checked = toDocument(form({ outline: '옛 글' }), minutes)
  expect(replaceFound(form({ outline: '새 글' }), minutes, finding({ start: 0, end: 1, fix: 'x' }), checked)).toBeNull()
})

test('what names no text, or says not what to put there, is not replaced', () => {
  const checked = toDocument(form({ outline: '글' }), minutes)
  expect([finding({ place: '' }), finding({ fix: null }), finding({})].map((each) => canReplace(each, checked))).toEqual([false, false, true])
})

test('what was mended elsewhere changes only what differs', () => {
  const before = form({ outline: '가\n\n나', recipients: '각 동장', internal: false })
  const document = toDocument(before, minutes)
  expect(mend(before, document, { ...document, title: '새 제목' })).toEqual({ ...before, document: { ...before.document, title: '새 제목' } })
})

test('an attachment that was mended is attached once', () => {
  const before = form({ outline: '알립니다.\n붙임  계획서 1부.' })
  const document = toDocument(before, minutes)
  const after = mend(before, document, { ...document, attachments: [{ name: '세부 계획서', copies: 1 }] })
  expect(toDocument(after, minutes).attachments).toEqual([{ name: '세부 계획서', copies: 1 }])
})

test('recipients that were mended stand one a line again', () => {
  const before = form({ recipients: '가\n나', internal: false })
  const document = toDocument(before, minutes)
  expect(mend(before, document, { ...document, recipients: ['다', '나'] }).recipients).toBe('다\n나')
})

test('a finding about a whole field puts its proposal in the place of the whole', () => {
  const before = { ...form({}), document: { ...emptyForm('○○구').document, title: '교육 안내.' } }
  expect(replaced(before, { place: 'title', start: 0, end: 0, fix: '교육 안내' })?.document.title).toBe('교육 안내')
})
