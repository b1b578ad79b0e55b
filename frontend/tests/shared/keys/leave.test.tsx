// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { LossHere, useLeaveWarning } from '@/shared/keys/leave'

function Screen({ something }: { something: boolean }) {
  useLeaveWarning(something)
  return null
}

afterEach(cleanup)

test('a screen tells its work when there is something to lose, and when there is no more', () => {
  const told = vi.fn<(something: boolean) => void>()
  const at = (something: boolean) => <LossHere value={told}><Screen something={something} /></LossHere>
  const { rerender } = render(at(true))
  rerender(at(false))
  expect(told.mock.calls).toEqual([[true], [false]])
})
