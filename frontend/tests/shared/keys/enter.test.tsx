// @vitest-environment happy-dom
import { cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useEnter } from '@/shared/keys/enter'

function Box({ send }: { send: (text: string) => void }) {
  return <textarea aria-label="질문" {...useEnter(send)} />
}

function box(text: string): { send: ReturnType<typeof vi.fn<(text: string) => void>>; field: HTMLTextAreaElement } {
  const send = vi.fn<(text: string) => void>()
  render(<Box send={send} />)
  const field = screen.getByLabelText<HTMLTextAreaElement>('질문')
  field.value = text
  return { send, field }
}

afterEach(cleanup)

test('Enter sends', () => {
  const { send, field } = box('안녕')
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(send.mock.calls).toEqual([['안녕']])
})

test('Enter while composing sends once, after the syllable is whole', () => {
  const { send, field } = box('안녀')
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
  expect(send).not.toHaveBeenCalled()
  field.value = '안녕'
  fireEvent.compositionEnd(field)
  expect(send.mock.calls).toEqual([['안녕']])
})

test('a composition that ends by itself sends nothing', () => {
  const { send, field } = box('안녕')
  fireEvent.compositionEnd(field)
  expect(send).not.toHaveBeenCalled()
})

test('Shift+Enter is left to the field', () => {
  const { send, field } = box('안녕')
  const press = createEvent.keyDown(field, { key: 'Enter', shiftKey: true })
  fireEvent(field, press)
  expect([send.mock.calls.length, press.defaultPrevented]).toEqual([0, false])
})

test('a key held down sends once', () => {
  const { send, field } = box('안녕')
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.keyDown(field, { key: 'Enter', repeat: true })
  expect(send).toHaveBeenCalledTimes(1)
})
