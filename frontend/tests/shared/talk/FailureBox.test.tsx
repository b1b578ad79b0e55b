// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { known } from '@/shared/api/failure'
import { SessionHere } from '@/shared/api/here'
import type { ErrorCode } from '@/shared/text/text'
import type { Grade, Model, Session } from '@/shared/api/types'
import { FailureBox } from '@/shared/talk/FailureBox'
import { t } from '@/shared/text/text'

const model = (name: string, grade: Grade): Model => ({ name, label: name, language_model: true, grade, retention: 'none', won_in: 0, won_out: 0 })
const session: Session = {
  agency: '', official: { name: '', department: '' }, version: '', tasks: [],
  models: [model('open', 'O'), model('inside', 'S'), model('closed', 'C')], limits: { file_bytes: 1, files: 1, characters: 1 }, release_reasons: [],
}
const nothing = (): void => undefined

function buttons(code: ErrorCode, retry: boolean, grade: Grade = 'O'): string[] {
  render(
    <SessionHere value={session}>
      <FailureBox failure={{ ...known(code, retry), rules: ['대외비'] }} model="open" grade={grade} onRetry={nothing} onAnyway={nothing} onOther={nothing} onRewrite={nothing} />
    </SessionHere>,
  )
  return screen.getAllByRole('button').map((button) => button.textContent)
}

afterEach(cleanup)

test('what would be refused again is to be rewritten, not tried again', () => {
  expect(buttons('word_blocked', false)).toEqual([t('failure.rewrite')])
})

test('what only failed is tried again first', () => {
  expect(buttons('model_down', true)[0]).toBe(t('failure.retry'))
})

test('where the grade was too high only models that may see it are offered', () => {
  expect(buttons('grade_too_high', false, 'C')).toEqual([t('failure.rewrite'), t('failure.other_model', { model: 'closed' })])
})

test('a question to be confirmed is not called impossible', () => {
  expect([buttons('confirmation_needed', false)[0], screen.queryByText(t('failure.refused'))]).toEqual([t('failure.send_anyway'), null])
})

test('each rule is told with what it found, and its basis behind a button', () => {
  const told = [{ rule: '입찰 정보', action: 'confirm', why: '「입찰예정가격」이 들어 있습니다', basis: '정보공개법 제9조' }]
  render(
    <SessionHere value={session}>
      <FailureBox failure={{ ...known('confirmation_needed', false), rules: ['입찰 정보'], told }} model="open" onRetry={nothing} onAnyway={nothing} onOther={nothing} />
    </SessionHere>,
  )
  expect(screen.getByRole('list', { name: t('failure.reasons') }).textContent).toContain('입찰 정보「입찰예정가격」이 들어 있습니다')
  expect(screen.getByText(t('guard.basis', { basis: '정보공개법 제9조' })).hidden).toBe(true)
})

test('the rules that stopped it are named', () => {
  buttons('word_blocked', false)
  expect(screen.getByText(t('failure.rules', { rules: '대외비' })).tagName).toBe('P')
})
