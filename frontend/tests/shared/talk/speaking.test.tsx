// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSpoken } from '@/shared/talk/spoken'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { cleanup(); vi.useRealTimers() })

test('an answer that keeps growing is said while it grows', () => {
  const { result, rerender } = renderHook(({ text }) => useSpoken('a', text, false), { initialProps: { text: '' } })
  for (let grown = 1; grown <= 20; grown += 1) {
    rerender({ text: '문장입니다. '.repeat(grown) })
    act(() => { vi.advanceTimersByTime(100) })
  }
  expect(result.current.words).toContain('문장입니다.')
})
