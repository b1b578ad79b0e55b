// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useAttachments, type Attachments } from '@/shared/talk/attachments'
import { t } from '@/shared/text/text'

const limits = { file_bytes: 100, files: 5, characters: 1000 }
const read = (name: string) => ({ name, kind: 'txt', pages: null, characters: 1, hidden: 0, blocks: [] })
const file = (name: string): File => new File(['글'], name, { lastModified: 1 })

beforeEach(() => {
  vi.spyOn(globalThis, 'fetch').mockImplementation((_path, init) => {
    const name = decodeURIComponent(new Headers(init?.headers).get('X-File-Name') ?? '')
    const broken = name.startsWith('망가진')
    return Promise.resolve(new Response(JSON.stringify(broken ? { code: 'file_broken', retry: false } : read(name)), { status: broken ? 422 : 200 }))
  })
})
afterEach(cleanup)

async function added(...names: string[]): Promise<{ current: Attachments }> {
  const { result } = renderHook(() => useAttachments(limits))
  act(() => { result.current.add(names.map(file)) })
  await waitFor(() => { expect(result.current.files.some((each) => each.state === 'reading')).toBe(false) })
  return result
}

const names = ({ files }: Attachments): string[] => files.map((each) => each.name)

test('the same file is taken once, and that is told', async () => {
  const attachments = await added('가.txt')
  act(() => { attachments.current.add([file('가.txt')]) })
  expect([names(attachments.current), attachments.current.notice]).toEqual([['가.txt'], t('files.twice', { name: '가.txt' })])
})

test('the same file twice at once is taken once', async () => {
  const attachments = await added('가.txt', '가.txt')
  expect(names(attachments.current)).toEqual(['가.txt'])
})

test('a file that could not be read stays when the others are sent', async () => {
  const attachments = await added('가.txt', '망가진.txt')
  act(() => { attachments.current.sent() })
  expect(names(attachments.current)).toEqual(['망가진.txt'])
})

test('files set aside come back', async () => {
  const attachments = await added('가.txt', '망가진.txt')
  act(() => { attachments.current.swap([read('나.txt')]) })
  act(() => { attachments.current.swap([read('다.txt')]) })
  const shown = names(attachments.current)
  act(() => { attachments.current.bringBack() })
  expect([shown, names(attachments.current)]).toEqual([['다.txt'], ['가.txt', '망가진.txt']])
})

test('files set aside come back when another question is sent', async () => {
  const attachments = await added('가.txt')
  act(() => { attachments.current.swap([read('나.txt')]) })
  act(() => { attachments.current.sent() })
  expect(names(attachments.current)).toEqual(['가.txt'])
})
