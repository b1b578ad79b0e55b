// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findingsByPlace, namedFindings, useLint } from '@/features/draft/lint'
import type { LintFinding } from '@/shared/api/official'
import { wholeDocument, type OfficialDocument } from '@/shared/official/model'

interface Sent { title: unknown; signal: AbortSignal; answer: (score: number) => void; fail: () => void }
const sent: Sent[] = []
const found = (rule: string, level: LintFinding['level'], place = 'title'): LintFinding =>
  ({ rule, level, place, start: 0, end: 1, excerpt: '', mended: null, message: '', basis: '', fix: null, safe: false })

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((_path, init) => new Promise((resolve) => {
    sent.push({
      title: (JSON.parse(init?.body as string) as OfficialDocument).title,
      signal: init?.signal as AbortSignal,
      answer: (score) => { resolve(new Response(JSON.stringify({ score, findings: [found('A', 'warn'), found('B', 'error')] }))) },
      fail: () => { resolve(new Response('{"code":"unexpected","retry":true}', { status: 500 })) },
    })
  }))
})
afterEach(() => { cleanup(); vi.useRealTimers() })

const pass = (milliseconds: number): Promise<void> => act(async () => { await vi.advanceTimersByTimeAsync(milliseconds) })
const titled = (title: string): OfficialDocument => wholeDocument({ title })
interface Now { title: string | null; empty: boolean }
const writing = (title: string | null, empty = false) =>
  renderHook((now: Now) => useLint(now.title === null ? null : titled(now.title), now.empty), { initialProps: { title, empty } satisfies Now })

test('a document is checked once writing pauses', async () => {
  const { rerender } = writing('가')
  await pass(200)
  rerender({ title: '가나', empty: false })
  await pass(399)
  expect(sent.length).toBe(0)
  await pass(1)
  expect(sent.map(({ title }) => title)).toEqual(['가나'])
})

test('the same document is not checked twice', async () => {
  const { rerender } = writing('가')
  await pass(400)
  sent[0]?.answer(90)
  await pass(0)
  rerender({ title: '가', empty: false })
  await pass(1000)
  expect(sent.length).toBe(1)
})

test('an older check is given up, and its answer is not shown', async () => {
  const { result, rerender } = writing('가')
  await pass(400)
  rerender({ title: '가나', empty: false })
  await pass(400)
  sent[1]?.answer(80)
  await pass(0)
  sent[0]?.answer(10)
  await pass(0)
  expect([sent[0]?.signal.aborted, sent[1]?.signal.aborted, result.current.lint?.score]).toEqual([true, false, 80])
})

test('nothing is sent of an empty document, and nothing is said of it', async () => {
  const { result } = writing('', true)
  await pass(1000)
  expect([sent.length, result.current.state]).toEqual([0, 'empty'])
})

test('a form that was emptied says nothing of what it was', async () => {
  const { result, rerender } = writing('가')
  await pass(400)
  sent[0]?.answer(90)
  await pass(0)
  rerender({ title: '', empty: true })
  expect([result.current.state, result.current.lint]).toEqual(['empty', null])
})

test('while a draft grows, what is known stays and nothing is sent', async () => {
  const { result, rerender } = writing('가')
  await pass(400)
  sent[0]?.answer(90)
  await pass(0)
  rerender({ title: null, empty: false })
  await pass(1000)
  expect([sent.length, result.current.lint?.score]).toEqual([1, 90])
})

test('a check that fails is told, and made again when that is wished for', async () => {
  const { result } = writing('가')
  await pass(400)
  sent[0]?.fail()
  await pass(0)
  expect(result.current.state).toBe('failed')
  act(() => { result.current.retry() })
  await pass(400)
  sent[1]?.answer(70)
  await pass(0)
  expect([result.current.state, result.current.lint?.score]).toEqual(['known', 70])
})

test('nothing is checked any more once the screen is gone', async () => {
  const { unmount } = writing('가')
  await pass(400)
  unmount()
  expect(sent[0]?.signal.aborted).toBe(true)
})

test('the heaviest findings come first', () => {
  expect(namedFindings({ lint: { score: 0, findings: [found('A', 'info'), found('B', 'warn'), found('C', 'error')] }, document: null }).map(({ rule }) => rule)).toEqual(['C', 'B', 'A'])
})

test('only what still stands as it was checked is marked', () => {
  const [before, now] = [wholeDocument({ title: '가', sender: '나' }), wholeDocument({ title: '다', sender: '나' })]
  const checked = { state: 'known' as const, document: before, lint: { score: 0, findings: [found('A', 'warn', 'title'), found('B', 'warn', 'sender')] }, retry: () => undefined }
  expect([...findingsByPlace(checked, now).keys()]).toEqual(['sender'])
})
