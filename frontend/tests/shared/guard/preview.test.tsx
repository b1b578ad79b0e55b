// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Release } from '@/shared/api/types'
import { useDocumentPreviews, useTextPreview } from '@/shared/guard/preview'

interface Sent { body: Record<string, unknown>; signal: AbortSignal; answer: (reason: string) => void; fail: () => void }
const sent: Sent[] = []
const none: Release[] = []

beforeEach(() => {
  vi.useFakeTimers()
  sent.length = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation((_path, init) => new Promise((resolve) => {
    const reply = (body: unknown, status: number): void => { resolve(new Response(JSON.stringify(body), { status })) }
    sent.push({
      body: JSON.parse(init?.body as string) as Record<string, unknown>,
      signal: init?.signal as AbortSignal,
      answer: (reason) => { reply({ findings: [], grade: 'O', grade_after: 'O', reasons: [reason] }, 200) },
      fail: () => { reply({ code: 'guard_failed', retry: false }, 500) },
    })
  }))
})
afterEach(() => { cleanup(); vi.useRealTimers() })

const pass = (milliseconds: number): Promise<void> => act(async () => { await vi.advanceTimersByTimeAsync(milliseconds) })
const typing = (text: string | null, released = none) =>
  renderHook((now: { text: string | null; released: Release[] }) => useTextPreview(now.text, now.released), { initialProps: { text, released } })
const reasonsOf = (seen: ReturnType<typeof useTextPreview>): string[] => (seen?.seen.state === 'known' ? seen.seen.preview.reasons : [])

test('a text is looked at once typing pauses', async () => {
  const { rerender } = typing('가')
  await pass(100)
  rerender({ text: '가나', released: none })
  await pass(249)
  expect(sent.length).toBe(0)
  await pass(1)
  expect(sent.map((each) => each.body['text'])).toEqual(['가나'])
})

test('an older look is given up, and its answer is not shown', async () => {
  const { result, rerender } = typing('가')
  await pass(250)
  rerender({ text: '가나', released: none })
  await pass(250)
  sent[1]?.answer('새것')
  await pass(0)
  sent[0]?.answer('옛것')
  await pass(0)
  expect([sent[0]?.signal.aborted, sent[1]?.signal.aborted, reasonsOf(result.current)]).toEqual([true, false, ['새것']])
})

test('what is shown tells which text it is about', async () => {
  const { result, rerender } = typing('가')
  await pass(250)
  sent[0]?.answer('옛것')
  await pass(0)
  rerender({ text: '가나', released: none })
  expect(result.current?.text).toBe('가')
})

test('without a text nothing is asked and nothing is shown', async () => {
  const { result, rerender } = typing('가')
  await pass(250)
  sent[0]?.answer('옛것')
  await pass(0)
  rerender({ text: '  ', released: none })
  await pass(1000)
  expect([result.current, sent.length]).toEqual([null, 1])
})

test('while a text grows, what is known stays and nothing is asked', async () => {
  const { result, rerender } = typing('가')
  await pass(250)
  sent[0]?.answer('옛것')
  await pass(0)
  rerender({ text: null, released: none })
  await pass(1000)
  expect([reasonsOf(result.current), sent.length]).toEqual([['옛것'], 1])
})

test('a look that fails is told, and the next one is made all the same', async () => {
  const { result, rerender } = typing('가')
  await pass(250)
  sent[0]?.fail()
  await pass(0)
  expect(result.current?.seen.state).toBe('failed')
  rerender({ text: '가나', released: none })
  await pass(250)
  sent[1]?.answer('새것')
  await pass(0)
  expect(reasonsOf(result.current)).toEqual(['새것'])
})

test('what is let pass is asked for, and changing it looks again', async () => {
  const { rerender } = typing('가')
  await pass(250)
  const released = [{ type: 'PHONE', value: '010', reason: 'own' }]
  rerender({ text: '가', released })
  await pass(250)
  expect(sent.map((each) => each.body['released'])).toEqual([[], released])
})

test('nothing is asked any more once the screen is gone', async () => {
  const { unmount } = typing('가')
  await pass(250)
  unmount()
  expect(sent[0]?.signal.aborted).toBe(true)
})

const document = (name: string) => ({ name, kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] })
const [one, two] = [document('하나.txt'), document('둘.txt')]
const reading = (documents: ReturnType<typeof document>[]) =>
  renderHook((now: { documents: ReturnType<typeof document>[]; released: Release[] }) => useDocumentPreviews(now.documents, now.released), { initialProps: { documents, released: none } })
const asked = (): unknown[] => sent.map((each) => (each.body['document'] as { name: string }).name)

test('documents are looked at one after the other, each once', async () => {
  const { rerender } = reading([one, two])
  await pass(0)
  expect(asked()).toEqual(['하나.txt'])
  sent[0]?.answer('하나')
  await pass(0)
  sent[1]?.answer('둘')
  await pass(0)
  rerender({ documents: [one, two], released: none })
  await pass(0)
  expect(asked()).toEqual(['하나.txt', '둘.txt'])
})

test('another document does not disturb the one that is looked at', async () => {
  const { rerender } = reading([one])
  await pass(0)
  rerender({ documents: [one, two], released: none })
  expect(sent[0]?.signal.aborted).toBe(false)
})

test('a document that is taken out is not looked at any longer', async () => {
  const { rerender } = reading([one])
  await pass(0)
  rerender({ documents: [], released: none })
  expect(sent[0]?.signal.aborted).toBe(true)
})

test('what is known of a document stays until it is known anew', async () => {
  const { result, rerender } = reading([one])
  await pass(0)
  sent[0]?.answer('하나')
  await pass(0)
  rerender({ documents: [one], released: [{ type: 'PHONE', value: '010', reason: 'own' }] })
  await pass(0)
  expect([result.current(one).state, sent.length]).toEqual(['known', 2])
})
