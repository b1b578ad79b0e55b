// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { ComparedTable } from '@/features/compare/ComparedTable'
import type { ComparedRow, Piece } from '@/shared/api/documents'
import { t } from '@/shared/text/text'

afterEach(cleanup)

const row = (old: Piece[], later: Piece[]): ComparedRow => ({ change: 'changed', old, new: later })
const same = (text: string): Piece => ({ text, changed: false })
const shown = (rows: ComparedRow[], dashed = true): void => { render(<ComparedTable rows={rows} dashed={dashed} busy={false} />) }

test('a row is named by its number and by what happened to it', () => {
  shown([row([same('가')], [{ text: '나', changed: true }])])
  expect(screen.getAllByRole('columnheader').map((head) => head.textContent)).toEqual([t('compare.kind'), t('compare.old'), t('compare.new')])
  expect(screen.getByRole('rowheader').textContent).toBe(`1 ${t('changes.changed')}`)
})

test('the words that changed are marked, the others are not', () => {
  shown([row([same('접수는 '), { text: '3일', changed: true }, same('로 한다.')], [])])
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['3일'])
})

test('dashes are told as what they mean, on the new side alone', () => {
  shown([row([same('- 항목 -----')], [same('제1조 ----------- ------.')])])
  expect(screen.getAllByRole('img', { name: t('compare.dashes') }).map((dash) => dash.textContent)).toEqual(['----------- ------'])
})

test('where words stand instead of dashes, dashes are those of the document', () => {
  shown([row([], [same('-----')])], false)
  expect(screen.queryByRole('img')).toBeNull()
})

test('a long table is drawn in parts, and the keyboard goes on where the new rows begin', () => {
  shown(Array.from({ length: 350 }, () => row([same('가')], [])))
  expect(screen.getAllByRole('rowheader').length).toBe(300)
  fireEvent.click(screen.getByRole('button', { name: t('compare.more', { n: 50 }) }))
  expect([screen.getAllByRole('rowheader').length, document.activeElement?.textContent]).toEqual([350, `301 ${t('changes.changed')}`])
})
