// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useComparison } from '@/features/compare/comparing'
import type { Showing, Versions } from '@/shared/api/documents'

interface Sent { path: string; body: Record<string, { name: string }>; signal: AbortSignal; answer: (rows: number) => Promise<void>; fail: () => Promise<void> }
const sent: Sent[] = []
beforeEach(() => {
  sent.length = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((path, init) => new Promise((resolve) => {
    const row = { change: 'changed', old: [], new: [] }
    sent.push({
      path: path as string,
      body: JSON.parse(init?.body as string) as Sent['body'],
      signal: init?.signal as AbortSignal,
      answer: (rows) => act(async () => { resolve(new Response(JSON.stringify({ counts: {}, rows: Array.from({ length: rows }, () => row) }))); await Promise.resolve() }),
      fail: () => act(async () => { resolve(new Response('{"code":"too_long","retry":false}', { status: 413 })); await Promise.resolve() }),
    })
  }))
})
afterEach(cleanup)

const document = (name: string) => ({ name, kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] })
const versions = (name = 'new'): Versions => ({ old: document('old'), new: document(name) })
const short: Showing = { every: false, full: false }
const whole: Showing = { every: true, full: true }
interface Now { versions: Versions | null; showing: Showing }
const comparing = (now: Now) => renderHook(({ versions: of, showing }: Now) => useComparison(of, showing), { initialProps: now })
const flush = (): Promise<void> => act(async () => { await new Promise((done) => { setTimeout(done) }) })

test('nothing is sent before both versions are there', () => {
  const { result } = comparing({ versions: null, showing: short })
  expect([sent.length, result.current.compared]).toEqual([0, null])
})

test('both versions are sent, each on its side', async () => {
  const { result } = comparing({ versions: versions(), showing: short })
  await sent[0]?.answer(2)
  await flush()
  expect([sent[0]?.path, sent[0]?.body['old']?.name, sent[0]?.body['new']?.name]).toEqual(['/api/documents/compare?kind=json&every=false&full=false', 'old', 'new'])
  expect(result.current.compared).toMatchObject({ state: 'ready', comparison: { rows: [{}, {}] } })
})

test('the table stays while more of it is asked for', async () => {
  const of = versions()
  const { result, rerender } = comparing({ versions: of, showing: short })
  await sent[0]?.answer(2)
  await flush()
  rerender({ versions: of, showing: whole })
  expect(result.current.compared).toMatchObject({ state: 'comparing', before: { rows: [{}, {}] } })
  expect(sent[1]?.path).toContain('every=true&full=true')
})

test('another file leaves nothing of the table, and what was asked for before is not waited for', async () => {
  const { result, rerender } = comparing({ versions: versions(), showing: short })
  rerender({ versions: versions('newer'), showing: short })
  await sent[0]?.answer(2)
  await flush()
  expect([sent[0]?.signal.aborted, result.current.compared]).toEqual([true, { state: 'comparing', before: null }])
})

test('a comparison that failed can be asked for again', async () => {
  const { result } = comparing({ versions: versions(), showing: short })
  await sent[0]?.fail()
  await flush()
  expect(result.current.compared).toMatchObject({ state: 'failed', failure: { code: 'too_long' } })
  act(() => { result.current.retry() })
  expect([result.current.compared?.state, sent.length]).toEqual(['comparing', 2])
})
