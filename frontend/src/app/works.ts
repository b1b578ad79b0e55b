import type { TaskName } from '@/shared/api/types'
import type { Seed } from '@/shared/talk/question'
import { t } from '@/shared/text/text'

/** What can be opened: a task, the comparison of two documents, or the page of the guard's rules. */
export type WorkKind = TaskName | 'compare' | 'guard'

/** A task opened in this window. */
export interface Work {
  id: number
  task: WorkKind
  /** What it is about, once that is known. */
  title: string | null
  seed: Seed
  /** Whether something would be lost with it. */
  atStake: boolean
}

/** The tasks opened in this window; `shown` is null on the first screen. */
export interface Works {
  open: readonly Work[]
  shown: number | null
  last: number
}

export type WorksAction =
  | { do: 'open'; task: WorkKind; seed: Seed }
  | { do: 'show'; id: number | null }
  | { do: 'name'; id: number; title: string }
  | { do: 'stake'; id: number; atStake: boolean }
  | { do: 'close'; id: number }

export const noWorks: Works = { open: [], shown: null, last: 0 }

const longestTitle = 40

/** Returns the works after something was done. */
export function changeWorks(works: Works, action: WorksAction): Works {
  switch (action.do) {
    case 'open': {
      const same = works.open.find((work) => work.task === 'guard' && action.task === 'guard') // one page of rules is enough
      if (same !== undefined) return { ...works, shown: same.id }
      const id = works.last + 1
      return { open: [...works.open, { id, task: action.task, title: null, seed: action.seed, atStake: false }], shown: id, last: id }
    }
    case 'show':
      return { ...works, shown: action.id }
    case 'name':
      return { ...works, open: works.open.map((work) => (work.id === action.id && work.title === null ? named(work, action.title) : work)) }
    case 'stake':
      return { ...works, open: works.open.map((work) => (work.id === action.id ? { ...work, atStake: action.atStake } : work)) }
    case 'close': {
      const open = works.open.filter((work) => work.id !== action.id)
      return { ...works, open, shown: works.shown === action.id ? (open.at(-1)?.id ?? null) : works.shown }
    }
  }
}

/** Returns what a work is called. */
export function titleOf(work: Work): string {
  if (work.task === 'guard') return t('tasks.guard')
  return work.title ?? t('works.untitled', { task: t(`tasks.${work.task}`) })
}

function named(work: Work, title: string): Work {
  const line = title.replaceAll(/\s+/g, ' ').trim()
  return { ...work, title: line.length > longestTitle ? `${line.slice(0, longestTitle)}…` : line }
}
