// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useReleases } from '@/shared/guard/releases'

const phone = { type: 'PHONE', value: '02-2600-1234', reason: 'public' }

afterEach(cleanup)

test('a value is let pass, and masked again', () => {
  const { result } = renderHook(() => useReleases())
  act(() => { result.current.add(phone) })
  const before = result.current.list
  act(() => { result.current.take({ type: 'PHONE', value: '02 2600 1234' }) })
  expect([before, result.current.list]).toEqual([[phone], []])
})

test('another reason replaces the one before', () => {
  const { result } = renderHook(() => useReleases([phone]))
  act(() => { result.current.add({ ...phone, reason: 'needed' }) })
  expect(result.current.list).toEqual([{ ...phone, reason: 'needed' }])
})
