// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { known } from '@/shared/api/failure'
import { PreviewSheet } from '@/shared/official/PreviewSheet'
import { t } from '@/shared/text/text'

const near = { all: true }
const hancom = { open: vi.fn(), page: vi.fn(), toHwp: vi.fn(), close: vi.fn() }
vi.mock('@/shared/official/hancom', () => ({ openHancom: () => hancom }))

beforeEach(() => {
  hancom.open.mockResolvedValue({ pages: 2, width: 794, height: 1123 })
  hancom.page.mockResolvedValue({ svg: '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', text: '첫 줄\r\n둘째 줄' })
  vi.stubGlobal('IntersectionObserver', class {
    seen: (entries: { isIntersecting: boolean }[]) => void
    constructor(seen: (entries: { isIntersecting: boolean }[]) => void) { this.seen = seen }
    observe(): void { this.seen([{ isIntersecting: near.all }]) }
    disconnect(): void { this.seen = () => undefined }
  })
})
afterEach(() => { cleanup(); vi.unstubAllGlobals(); vi.clearAllMocks(); near.all = true })

const file = (): Promise<{ ok: true; value: Blob }> => Promise.resolve({ ok: true, value: new Blob(['x']) })
const shown = (load: Parameters<typeof PreviewSheet>[0]['load'] = file): ReturnType<typeof render> =>
  render(<PreviewSheet title="미리보기" load={load} onClose={() => undefined} />)

test('a page is a picture of its drawing and never markup of the page', async () => {
  shown()
  await waitFor(() => { expect(document.querySelectorAll('figure img').length).toBe(2) })
  expect([...document.querySelectorAll('figure img')].every((picture) => picture.getAttribute('src')?.startsWith('blob:'))).toBe(true)
  expect(document.querySelector('script')).toBeNull()
})

test('the words of a page can be heard line by line', async () => {
  shown()
  await waitFor(() => { expect(screen.getAllByText('둘째 줄').length).toBe(2) })
})

test('a file that is not to be had says why', async () => {
  shown(() => Promise.resolve({ ok: false, failure: known('draft_incomplete', false) }))
  await waitFor(() => { expect(screen.getByRole('alert').textContent).toBe(t('errors.draft_incomplete')) })
})

test('a file that cannot be opened is told as such', async () => {
  hancom.open.mockRejectedValue(new Error('no'))
  shown()
  await waitFor(() => { expect(screen.getByRole('alert').textContent).toBe(t('preview.failed')) })
})

test('a page that cannot be drawn does not take the others with it', async () => {
  hancom.page.mockRejectedValueOnce(new Error('no'))
  shown()
  await waitFor(() => { expect(document.querySelectorAll('figure img').length).toBe(1) })
  expect(screen.getByText(t('preview.page_failed'))).toBeTruthy()
})

test('what was held ends with the sheet', async () => {
  const { unmount } = shown()
  await waitFor(() => { expect(hancom.page).toHaveBeenCalled() })
  unmount()
  expect(hancom.close).toHaveBeenCalledTimes(1)
})

const pressPrint = async (): Promise<ReturnType<typeof vi.fn>> => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  await waitFor(() => { expect(screen.getByRole('button', { name: t('preview.print') }).hasAttribute('disabled')).toBe(false) })
  fireEvent.click(screen.getByRole('button', { name: t('preview.print') }))
  return print
}
const pictures = (): HTMLImageElement[] => [...document.querySelectorAll<HTMLImageElement>('figure img')]

test('it is printed once every page is there, also those that nobody has come near', async () => {
  near.all = false
  shown()
  const print = await pressPrint()
  await waitFor(() => { expect(pictures().length).toBe(2) })
  fireEvent.load(pictures()[0] as HTMLImageElement)
  expect(print).not.toHaveBeenCalled()
  fireEvent.load(pictures()[1] as HTMLImageElement)
  expect(print).toHaveBeenCalledTimes(1)
})

test('a page that cannot be drawn does not keep the others from the printer', async () => {
  hancom.page.mockRejectedValueOnce(new Error('no'))
  shown()
  await waitFor(() => { expect(pictures().length).toBe(1) })
  fireEvent.load(pictures()[0] as HTMLImageElement)
  const print = await pressPrint()
  await waitFor(() => { expect(print).toHaveBeenCalledTimes(1) })
})
