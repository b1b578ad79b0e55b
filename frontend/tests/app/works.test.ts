import { expect, test } from 'vitest'
import { changeWorks, noWorks, titleOf, type Works, type WorksAction } from '@/app/works'

const seed = { text: '', files: [], start: false }
const after = (...actions: WorksAction[]): Works => actions.reduce(changeWorks, noWorks)
const two: WorksAction[] = [{ do: 'open', task: 'ask', seed }, { do: 'open', task: 'draft', seed }]

test('a work that is opened is shown', () => {
  expect(after(...two).shown).toBe(2)
})

test('closing the work that is shown brings back the one before', () => {
  expect(after(...two, { do: 'close', id: 2 }).shown).toBe(1)
})

test('closing another work leaves the one that is shown', () => {
  expect(after(...two, { do: 'close', id: 1 }).shown).toBe(2)
})

test('a number is never used again', () => {
  expect(after(...two, { do: 'close', id: 2 }, { do: 'open', task: 'ask', seed }).shown).toBe(3)
})

test('the first question names the work', () => {
  const works = after(...two, { do: 'name', id: 1, title: '마감일은\n언제입니까?' }, { do: 'name', id: 1, title: '장소는?' })
  expect(works.open.map(titleOf)).toEqual(['마감일은 언제입니까?', '새 공문 작성'])
})

test('what is at stake is known of each work alone', () => {
  expect(after(...two, { do: 'stake', id: 1, atStake: true }).open.map((work) => work.atStake)).toEqual([true, false])
})

test('the page of rules is opened once', () => {
  const works = after({ do: 'open', task: 'guard', seed }, ...two, { do: 'open', task: 'guard', seed })
  expect([works.open.map((work) => work.task), works.shown]).toEqual([['guard', 'ask', 'draft'], 1])
})

test('documents are compared in as many works as are wished for, each named by its new version', () => {
  const works = after({ do: 'open', task: 'compare', seed }, { do: 'open', task: 'compare', seed }, { do: 'name', id: 2, title: '개정안.hwpx' })
  expect(works.open.map(titleOf)).toEqual(['새 두 문서 비교', '개정안.hwpx'])
})
