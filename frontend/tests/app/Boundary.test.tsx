// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Boundary } from '@/app/Boundary'
import { t } from '@/shared/text/text'

let broken = true

function Screen() {
  if (broken) throw new Error('a fault')
  return <p>화면</p>
}

function desk(): void {
  vi.spyOn(console, 'error').mockImplementation(() => undefined) // React tells of every fault
  render(<><Boundary><Screen /></Boundary><p>다른 작업</p></>)
}

beforeEach(() => { broken = true })
afterEach(cleanup)

test('a fault in one work leaves the others on the screen', () => {
  desk()
  expect([screen.getByRole('alert').textContent, screen.getByText('다른 작업').tagName]).toEqual([t('app.broken'), 'P'])
})

test('a work that broke can be begun again', () => {
  desk()
  broken = false
  fireEvent.click(screen.getByRole('button', { name: t('app.retry') }))
  expect(screen.getByText('화면').tagName).toBe('P')
})
