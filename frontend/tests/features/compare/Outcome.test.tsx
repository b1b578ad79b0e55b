// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Outcome } from '@/features/compare/Outcome'
import type { Change } from '@/shared/api/documents'
import { t } from '@/shared/text/text'

afterEach(cleanup)

const none: Record<Change, number> = { same: 0, changed: 0, added: 0, removed: 0, moved: 0 }
const told = (counts: Partial<Record<Change, number>>): string => {
  const rows = [{ change: 'changed' as const, old: [], new: [] }]
  render(<Outcome compared={{ state: 'ready', comparison: { counts: { ...none, ...counts }, rows } }} showing={{ every: false, full: false }} onShow={() => {}} onRetry={() => {}} />)
  return screen.getByRole('status').textContent
}

test('each kind of change is counted, and what did not happen is not spoken of', () => {
  expect(told({ same: 9, changed: 2, removed: 1 })).toBe(`${t('compare.rows', { n: 1 })} ${t('compare.count', { kind: t('changes.changed'), n: 2 })}${t('compare.count', { kind: t('changes.removed'), n: 1 })}`)
})

test('two documents in which nothing changed are the same, whatever the table shows', () => {
  expect(told({ same: 9 })).toBe(t('compare.same') + t('compare.same_note'))
})

test.each<[string, Partial<Record<Change, number>>, boolean]>([
  ['almost nothing is in both', { same: 1, added: 8, removed: 8 }, true],
  ['much is in both', { same: 5, added: 8, removed: 8 }, false],
  ['a short text was written anew', { added: 2, removed: 2 }, false],
  ['everything is added to nothing', { added: 20 }, false],
])('a wrong file is thought of: %s', (_name, counts, strange) => {
  expect(told(counts).includes(t('compare.strange'))).toBe(strange)
})
