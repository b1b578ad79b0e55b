import { expect, test } from 'vitest'
import { canCompose, emptyForm, fill, hasContent, ownForm, replaceUnchanged, sentText, toDocument, toSent, type DraftForm } from '@/features/draft/form'
import { plainType, type DocumentType } from '@/shared/official/look'

const form = (part: Partial<DraftForm>): DraftForm => ({ ...emptyForm('○○구'), ...part })

test('inside the agency nobody is named as sender', () => {
  const before = emptyForm('○○구')
  const document = toDocument({ ...before, internal: true, document: { ...before.document, sender: '○○구청장', seal: '관인생략' } })
  expect([document.to, document.sender, document.seal]).toEqual(['내부결재', '', ''])
})

test('one recipient stands in the head', () => {
  expect(toDocument(form({ internal: false, recipients: '각 동장' }))).toMatchObject({ to: '각 동장', recipients: [] })
})

test('several recipients stand at the foot', () => {
  expect(toDocument(form({ internal: false, recipients: '가\n나' }))).toMatchObject({ to: '수신자 참조', recipients: ['가', '나'] })
})

test('only what was filled in is sent, with the wish', () => {
  expect(toSent(form({ request: '알림' }))).toEqual({ agency: '○○구', request: '알림' })
})

test('every text that is sent stands in what is looked at', () => {
  expect(sentText(form({ request: '알림', outline: '첫 항목\n  둘째 항목' }), null).split('\n').sort()).toEqual(['○○구', '둘째 항목', '알림', '첫 항목'].sort())
})

test('a form from which nothing can be written is not looked at', () => {
  expect(sentText(form({}), null)).toBe('')
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

test('who receives it is open until the official says so, and the draft may say it', () => {
  expect([toDocument(form({})).to, toDocument(fill(form({}), { to: '각 동장' })).to]).toEqual(['', '각 동장'])
})

test('a date is written as the rule says', () => {
  const before = form({})
  expect(toDocument({ ...before, document: { ...before.document, date: '2026-11-22' } }).date).toBe('2026. 11. 22.')
})

test('a document is open where nothing else was chosen', () => {
  expect(toDocument(form({})).disclosure).toBe('공개')
})

test.each([
  [{ name: '계획서 1부', copies: 1 }, { name: '계획서', copies: 1 }],
  [{ name: '계획서 2부.', copies: 1 }, { name: '계획서', copies: 2 }],
  [{ name: '사진 3매', copies: 1 }, { name: '사진 3매', copies: 0 }],
  [{ name: '5대 과제 계획서', copies: 1 }, { name: '5대 과제 계획서', copies: 1 }],
])('a quantity is told once: %o', (entry, told) => {
  const before = form({})
  expect(toDocument({ ...before, document: { ...before.document, attachments: [entry] } }).attachments).toEqual([told])
})

test('what the body names as attached is attached, once', () => {
  const before = form({ outline: '알립니다.\n붙임  계획서 1부.  끝.' })
  const listed = { ...before, document: { ...before.document, attachments: [{ name: '계획서', copies: 1 }] } }
  expect([toDocument(before), toDocument(listed)].map((each) => [each.body.length, each.attachments])).toEqual([
    [1, [{ name: '계획서', copies: 1 }]],
    [1, [{ name: '계획서', copies: 1 }]],
  ])
})

test.each<Partial<DraftForm>>([{ recipients: '각 동장' }, { outline: '글' }, { document: { ...emptyForm('○○구').document, phone: '02' } }])(
  'whatever was written would be lost with the form: %o',
  (part) => { expect(hasContent(form(part), '○○구')).toBe(true) },
)

test('what the form begins with is no content', () => {
  expect(hasContent(form({ internal: true }), '○○구')).toBe(false)
})

test('what the last draft wrote is not sent as the own words of the official', () => {
  const own = form({ request: '교육을 알림' })
  const after = fill(own, { title: '교육 안내', to: '각 동장', body: [{ text: '글', items: [], table: null }] })
  expect(toSent(ownForm({ ...after, request: '점검을 알림' }, { own, after }))).toEqual({ agency: '○○구', request: '점검을 알림' })
})

test('a draft that was mended goes on as own words', () => {
  const own = form({ request: '교육을 알림' })
  const after = fill(own, { title: '교육 안내', body: [{ text: '글', items: [], table: null }] })
  expect(ownForm({ ...after, outline: '고친 글' }, { own, after })).toMatchObject({ outline: '고친 글', document: { title: '' } })
})

test('what is written while a draft grows stays', () => {
  const asked = form({ request: '교육을 알림' })
  const now = { ...asked, document: { ...asked.document, title: '직접 쓴 제목' } }
  const laid = replaceUnchanged(now, asked, fill(asked, { title: '초안 제목', phone: '02' }))
  expect(laid.document).toMatchObject({ title: '직접 쓴 제목', phone: '02' })
})

const minutes: DocumentType = { ...plainType, name: 'minutes', facts: [{ label: '일시', hint: '', needed: true, long: false }, { label: '안건', hint: '', needed: false, long: true }] }

test('the facts of the type stand in the document, in its order; those of another type stay in the form', () => {
  const filled = form({ facts: { 안건: '예산', 참석자: '김○○', 일시: '오늘 ' } })
  expect(toDocument(filled, minutes)).toMatchObject({ type: 'minutes', facts: [{ label: '일시', text: '오늘' }, { label: '안건', text: '예산' }] })
  expect([toDocument(filled, plainType).facts, filled.facts['참석자']]).toEqual([[], '김○○'])
})

test('a draft fills the facts that it states and leaves the others', () => {
  expect(fill(form({ facts: { 일시: '오늘', 안건: '예산' } }), { facts: [{ label: '안건', text: '결산' }] }).facts).toEqual({ 일시: '오늘', 안건: '결산' })
})

test('a fact written while a draft grows stays', () => {
  const asked = form({ facts: { 일시: '오늘' } })
  const now = form({ facts: { 일시: '오늘', 안건: '직접 쓴 안건' } })
  expect(replaceUnchanged(now, asked, fill(asked, { facts: [{ label: '안건', text: '초안' }, { label: '일시', text: '내일' }] })).facts).toEqual({ 일시: '내일', 안건: '직접 쓴 안건' })
})

test('facts alone are enough to write from, and would be lost with the form', () => {
  const filled = form({ facts: { 일시: '오늘' } })
  expect([canCompose(filled), hasContent(filled, '○○구'), hasContent(form({ facts: { 일시: ' ' } }), '○○구')]).toEqual([true, true, false])
})

test('the choice of a type is no content', () => {
  const before = form({})
  expect(hasContent({ ...before, document: { ...before.document, type: 'minutes' } }, '○○구')).toBe(false)
})

test('a picture is not sent to a model, and stays when the draft writes the body anew', () => {
  const before = form({ outline: '글\n[그림 1: 위치도]', pictures: ['AAAA'] })
  expect(JSON.stringify(toSent(before))).not.toContain('AAAA')
  const after = fill(before, { body: [{ text: '새 글' }] })
  expect(toDocument(after).body[0]?.picture).toEqual({ content: 'AAAA', says: '위치도' })
})

test('an example that leaves things out is read as a whole document', () => {
  const filled = fill(emptyForm(''), { agency: '강서구', attachments: [{ name: '계획서' }], signatures: [{ role: 'drafter', name: '○○○' }] })
  expect(toDocument(filled)).toMatchObject({ agency: '강서구', attachments: [{ name: '계획서', copies: 1 }], signatures: [{ title: '', mark: '' }] })
})

test('recipients parted by commas are several, and a comma in brackets parts nobody', () => {
  const to = (recipients: string) => toDocument(form({ internal: false, recipients }))
  expect(to('양천구청장, 구로구청장')).toMatchObject({ to: '수신자 참조', recipients: ['양천구청장', '구로구청장'] })
  expect(to('강서구청장(총무과장, 홍보과장)')).toMatchObject({ to: '강서구청장(총무과장, 홍보과장)', recipients: [] })
})

test('a fact that only the last draft stated is not left behind as an empty one', () => {
  const own = form({ request: '회의' })
  const after = fill(own, { facts: [{ label: '일시', text: '내일' }] })
  expect(ownForm(after, { own, after }).facts).toEqual({})
})
