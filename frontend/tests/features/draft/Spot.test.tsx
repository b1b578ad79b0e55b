// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { NamedFinding } from '@/features/draft/lint'
import { FoundHere, Spot } from '@/features/draft/Spot'

afterEach(cleanup)

const text = '참석자를 2026.12.1.까지 제출 바람.'
const found = (id: string, level: NamedFinding['level'], start: number, end: number): NamedFinding =>
  ({ id, rule: id, level, place: 'title', start, end, words: { start, end }, excerpt: '', mended: null, message: '', basis: '', fix: null, safe: false })
const all = [found('date', 'error', 5, 15), found('tone', 'warn', 5, 24)]
const marks = (selected: string | null): string[] => {
  const { container } = render(<FoundHere value={{ byPlace: new Map([['title', all]]), selected }}><Spot place="title" text={text} /></FoundHere>)
  return [...container.querySelectorAll('mark')].map((mark) => `${mark.dataset['finding'] ?? ''} ${mark.dataset['selected'] ?? ''} ${mark.textContent}`)
}

test('of findings that overlap the heaviest is marked', () => {
  expect(marks(null)).toEqual(['date false 2026.12.1.'])
})

test('the chosen one is marked before a heavier one', () => {
  expect(marks('tone')).toEqual(['tone true 2026.12.1.까지 제출 바람.'])
})

test('the text is the same with its marks', () => {
  const { container } = render(<FoundHere value={{ byPlace: new Map([['title', all]]), selected: null }}><Spot place="title" text={text} /></FoundHere>)
  expect(container.textContent).toBe(text)
})
