// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useSides, type Sides } from '@/features/compare/sides'
import { t } from '@/shared/text/text'

const limits = { file_bytes: 10, files: 5, characters: 1000 }
const file = (name: string, lastModified = 1, text = 'a'): File => new File([text], name, { lastModified })
const waiting = new Map<string, () => void>()
let held = false

beforeEach(() => {
  held = false
  waiting.clear()
  vi.spyOn(globalThis, 'fetch').mockImplementation((_path, init) => new Promise((resolve, reject) => {
    const name = decodeURIComponent(new Headers(init?.headers).get('X-File-Name') ?? '')
    const broken = name.startsWith('bad')
    const read = { name, kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] }
    const answer = (): void => { resolve(new Response(JSON.stringify(broken ? { code: 'file_broken', retry: false } : read), { status: broken ? 422 : 200 })) }
    init?.signal?.addEventListener('abort', () => { reject(new DOMException('', 'AbortError')) })
    if (held) waiting.set(name, answer)
    else answer()
  }))
})
afterEach(cleanup)

const opened = (...seed: File[]): { current: Sides } => renderHook(() => useSides(limits, seed)).result
const names = ({ files }: Sides): (string | null)[] => [files.old?.name ?? null, files.new?.name ?? null]
const states = ({ files }: Sides): (string | null)[] => [files.old?.state ?? null, files.new?.state ?? null]
const settled = (sides: { current: Sides }): Promise<void> => waitFor(() => { expect(states(sides.current)).not.toContain('reading') })
const put = (sides: { current: Sides }, side: 'old' | 'new' | null, ...files: File[]): Promise<void> => {
  act(() => { sides.current.put(files, side) })
  return held ? Promise.resolve() : settled(sides)
}

test('files take the free places one after the other', async () => {
  const sides = opened()
  await put(sides, null, file('one'))
  await put(sides, null, file('two'))
  expect([names(sides.current), states(sides.current)]).toEqual([['one', 'two'], ['ready', 'ready']])
})

test('of two files at once the one that was changed earlier is the old version, and that is told', async () => {
  const sides = opened(file('later', 2), file('earlier', 1))
  await settled(sides)
  expect([names(sides.current), sides.current.notice]).toEqual([['earlier', 'later'], { text: t('compare.by_age'), bad: false }])
})

test('a file takes the place of the one that lies on its side', async () => {
  const sides = opened(file('one', 1), file('two', 2))
  await settled(sides)
  await put(sides, 'old', file('three'))
  expect(names(sides.current)).toEqual(['three', 'two'])
})

test.each([
  ['a third file without a side', [file('three')], t('compare.both_full')],
  ['three files at once', [file('three'), file('four'), file('five')], t('compare.two_at_most')],
  ['a file that is too large', [file('three', 1, 'a'.repeat(11))], t('files.too_large', { name: 'three', size: t('files.bytes', { n: 10 }) })],
])('%s is not taken, and that is told', async (_name, more, told) => {
  const sides = opened(file('one', 1), file('two', 2))
  await settled(sides)
  await put(sides, null, ...more)
  expect([names(sides.current), sides.current.notice]).toEqual([['one', 'two'], { text: told, bad: true }])
})

test('a file that changes sides while it is read is read to the end', async () => {
  held = true
  const sides = opened()
  await put(sides, 'old', file('one'))
  await waitFor(() => { expect(waiting.has('one')).toBe(true) })
  act(() => { sides.current.swap() })
  act(() => { waiting.get('one')?.() })
  await settled(sides)
  expect([names(sides.current), states(sides.current)]).toEqual([[null, 'one'], [null, 'ready']])
})

test('what comes of a file that was taken away does not bring it back', async () => {
  held = true
  const sides = opened()
  await put(sides, 'new', file('one'))
  await waitFor(() => { expect(waiting.has('one')).toBe(true) })
  act(() => { sides.current.remove('new') })
  await act(async () => { waiting.get('one')?.(); await Promise.resolve() })
  expect(names(sides.current)).toEqual([null, null])
})

test('a file that could not be read says why and leaves the other side alone', async () => {
  const sides = opened(file('good', 1), file('bad', 2))
  await settled(sides)
  const { files } = sides.current
  expect([states(sides.current), files.new?.state === 'failed' ? files.new.failure.code : null]).toEqual([['ready', 'failed'], 'file_broken'])
})
