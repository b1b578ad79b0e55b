// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Finding } from '@/shared/api/guard'
import { SessionHere } from '@/shared/api/here'
import type { Session } from '@/shared/api/types'
import { graded, type Check } from '@/shared/guard/check'
import { useReleases } from '@/shared/guard/releases'
import { Strip } from '@/shared/guard/Strip'
import { t } from '@/shared/text/text'

const session: Session = {
  agency: '', official: { name: '', department: '' }, version: '', tasks: [], models: [],
  limits: { file_bytes: 1, files: 1, characters: 1 }, release_reasons: [{ key: 'public', text: '공개된 연락처' }],
}
const text = '😀 전화 02-2600-1234, 주민번호 900101-1234568'
const phone: Finding = {
  place: { field: 'text' }, start: 5, end: 17, value: '02-2600-1234', type: 'PHONE', label: '전화번호', action: 'mask', why: '앞에 「전화」',
  basis: '개인정보 보호법 제3조', release: true, released: false,
}
const rrn: Finding = { ...phone, start: 24, end: 38, value: '900101-1234568', type: 'RRN', label: '주민등록번호', release: false }

function Shown({ findings = [phone, rrn], state = 'known' }: { findings?: Finding[]; state?: Check['state'] }) {
  const releases = useReleases()
  const preview = { findings, grade: 'S' as const, grade_after: 'O' as const, reasons: ['개인정보 2건'] }
  const seen = state === 'known' ? { state, preview } : { state }
  return <SessionHere value={session}><Strip check={{ text: { text, seen }, files: [], state, ...graded(state === 'known' ? [preview] : [], []) }} releases={releases} /></SessionHere>
}

const open = (): void => { fireEvent.click(screen.getByRole('button', { expanded: false })) }
const button = (name: string): HTMLElement => screen.getByRole('button', { name })

afterEach(cleanup)

test('the line tells how much is masked, and the grade before and after', () => {
  render(<Shown />)
  expect(screen.getByRole('status').textContent).toBe(t('guard.masked', { n: 2 }))
  expect(screen.getByText(t('guard.grades', { before: t('grades.S_short'), after: t('grades.O_short') })).tagName).toBe('SPAN')
})

test('only what was found is marked, also behind an emoji', () => {
  const { container } = render(<Shown />)
  open()
  expect([...container.querySelectorAll('.strip-text mark')].map((mark) => mark.textContent)).toEqual(['02-2600-1234', '900101-1234568'])
})

test('a value is let pass for a reason, is told so, and can be masked again', () => {
  render(<Shown />)
  open()
  fireEvent.click(button(t('guard.release_of', { value: '02-2600-1234' })))
  fireEvent.click(button('공개된 연락처'))
  expect(screen.getByText(t('guard.because', { reason: '공개된 연락처' })).tagName).toBe('SPAN')
  expect(screen.getByRole('status').textContent).toBe(`${t('guard.masked', { n: 1 })} · ${t('guard.released', { n: 1 })}`)
  fireEvent.click(button(t('guard.take_of', { value: '02-2600-1234' })))
  expect(screen.getByRole('status').textContent).toBe(t('guard.masked', { n: 2 }))
})

test('what may not pass has no way to do so', () => {
  render(<Shown findings={[rrn]} />)
  open()
  expect(screen.queryByRole('button', { name: t('guard.release_of', { value: rrn.value }) })).toBeNull()
})

test('the basis stands behind its button', () => {
  render(<Shown findings={[phone]} />)
  open()
  const basis = screen.getByText(t('guard.basis', { basis: phone.basis }))
  expect(basis.hidden).toBe(true)
  fireEvent.click(button(t('guard.basis_of', { of: '전화번호' })))
  expect(basis.hidden).toBe(false)
})

test('the arrows lead from one finding to the next', () => {
  const { container } = render(<Shown />)
  open()
  const values = [...container.querySelectorAll<HTMLElement>('.found-value')]
  values[0]?.focus()
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(values[1])
})

test('a value leads to its place in the text', () => {
  const { container } = render(<Shown />)
  open()
  fireEvent.click(container.querySelectorAll('.found-value')[1] ?? document.body)
  expect(document.activeElement?.textContent).toBe('900101-1234568')
})

test('a look that failed says that sending checks all the same', () => {
  render(<Shown state="failed" />)
  expect(screen.getByRole('status').textContent).toBe(t('guard.failed'))
})

test('nothing found is said, and there is nothing to open', () => {
  render(<Shown findings={[]} />)
  expect([screen.getByRole('status').textContent, screen.queryAllByRole('button')]).toEqual([t('guard.nothing'), []])
})
