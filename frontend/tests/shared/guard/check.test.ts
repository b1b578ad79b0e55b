import { expect, test } from 'vitest'
import type { Action, Finding, Preview } from '@/shared/api/guard'
import type { Grade } from '@/shared/api/types'
import { allFound, countedOf, foundOf, graded, isReleased } from '@/shared/guard/check'
import { t } from '@/shared/text/text'

const finding = (value: string, action: Action = 'mask', more: Partial<Finding> = {}): Finding => (
  { place: { field: 'text' }, start: 0, end: value.length, value, type: 'PHONE', label: '전화번호', action, why: '', basis: '', release: true, released: false, ...more }
)
const preview = (grade: Grade, after: Grade, reasons: string[] = []): Preview => ({ findings: [], grade, grade_after: after, reasons })
const released = [{ type: 'PHONE', value: '02-2600-1234', reason: 'public' }]

test('the same value in two places is one', () => {
  expect(foundOf([finding('010'), finding('011'), finding('010')], []).map((each) => [each.first.value, each.places.length])).toEqual([['010', 2], ['011', 1]])
})

test('what is let pass is not counted as masked', () => {
  const { mask, released: passing, kinds } = countedOf(foundOf([finding('010'), finding('02-2600-1234')], released))
  expect([mask, passing, kinds]).toEqual([1, 1, [{ label: '전화번호', count: 1 }]])
})

test('every end is counted by itself', () => {
  const { mask, warn, confirm, block } = countedOf(foundOf([finding('가'), finding('나', 'warn'), finding('다', 'confirm'), finding('라', 'block')], []))
  expect([mask, warn, confirm, block]).toEqual([1, 1, 1, 1])
})

test('the same number written in another way is let pass too', () => {
  expect(isReleased(finding('02 2600 1234'), released)).toBe(true)
})

test('a value of another type is not let pass', () => {
  expect(isReleased(finding('02-2600-1234', 'mask', { type: 'ACCOUNT' }), released)).toBe(false)
})

test('what may never pass does not, whatever the page has asked for', () => {
  expect(isReleased(finding('02-2600-1234', 'mask', { release: false }), released)).toBe(false)
})

test('the text and the files are counted together', () => {
  const seen = { state: 'known' as const, preview: { ...preview('S', 'O'), findings: [finding('010')] } }
  const document = { name: '', kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] }
  expect(allFound({ text: { text: '010', seen }, files: [{ document, seen }] }, []).length).toBe(1)
})

test('the highest grade counts, as written and as it leaves', () => {
  expect(graded([preview('S', 'O', ['개인정보 1건']), preview('S', 'S', ['비공개 업무'])], [])).toEqual({ grade: 'S', after: 'S', reasons: ['개인정보 1건', '비공개 업무'] })
})

test('what went before raises the grade, and that is told', () => {
  expect(graded([preview('O', 'O')], [preview('C', 'S', ['비공개 업무'])])).toEqual({ grade: 'C', after: 'S', reasons: [t('guard.earlier')] })
})

test('what went before is not named where it raises nothing', () => {
  expect(graded([preview('S', 'S', ['비공개 업무'])], [preview('S', 'S', ['개인정보 2건'])]).reasons).toEqual(['비공개 업무'])
})

test('without anything to judge the grade is open', () => {
  expect(graded([], [])).toEqual({ grade: 'O', after: 'O', reasons: [] })
})
