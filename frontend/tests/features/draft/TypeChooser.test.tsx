// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { TypeChooser } from '@/features/draft/TypeChooser'
import type { Types } from '@/features/draft/types'
import { plainType } from '@/shared/official/look'
import { t } from '@/shared/text/text'

afterEach(cleanup)

const letter = { ...plainType, name: 'letter', title: 'Letter', group: 'Letters' }
const types = (state: Types['state']): Types => ({ list: state === 'ready' ? [letter] : [], state, retry: () => {} })
const chooser = (state: Types['state']) => <><TypeChooser types={types(state)} type={letter} kept={0} onChoose={() => {}} /><input aria-label="elsewhere" /></>

test('when the types come at last, the keyboard stands at what is chosen with them', () => {
  const { rerender } = render(chooser('failed'))
  screen.getByRole('button', { name: t('app.retry') }).focus()
  rerender(chooser('again'))
  rerender(chooser('ready'))
  expect(document.activeElement?.className).toBe('choice-button')
})

test('whoever writes elsewhere meanwhile stays there', () => {
  const { rerender } = render(chooser('failed'))
  rerender(chooser('again'))
  screen.getByRole('textbox').focus()
  rerender(chooser('ready'))
  expect(document.activeElement).toBe(screen.getByRole('textbox'))
})

test('types that come at once take no focus', () => {
  const { rerender } = render(chooser('loading'))
  rerender(chooser('ready'))
  expect(document.activeElement).toBe(document.body)
})
