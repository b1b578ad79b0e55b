import { useState } from 'react'
import { ownForm, replaceUnchanged, type Change, type DraftForm, type Laid } from './form'
import { t, type TextKey } from '@/shared/text/text'

/** What the form went through last: it can be taken back, and then be done again. */
export type Turn = 'draft' | 'example' | 'fix'

/** The form with what it went through. */
export interface Written {
  form: DraftForm
  change: Change
  /** The last draft that was laid over it. */
  laid: Laid | null
  /** What was done last, in words. */
  note: string
  setNote: (note: string) => void
  /** What is done with the last change next: taken back, done again, or nothing. */
  turn: { of: Turn; undone: boolean } | null
  /** Puts another form in the place of this one; it can be taken back where something would be lost. */
  replace: (next: DraftForm, of: Turn, note: string, lost?: boolean) => void
  /** Takes the last change back, or does it again; what was written in between comes and goes with it. */
  swap: () => void
}

interface Past {
  other: DraftForm
  of: Turn
  undone: boolean
}

/** Holds the form in the memory of the page, and the form that it was before the last change. */
export function useWritten(first: () => DraftForm): Written {
  const [form, setForm] = useState(first)
  const [laid, setLaid] = useState<Laid | null>(null)
  const [past, setPast] = useState<Past | null>(null)
  const [note, setNote] = useState('')
  /** What was mended in a draft is still the draft's, not the official's own. */
  const carry = (next: DraftForm): void => { setLaid((now) => now && { ...now, after: replaceUnchanged(now.after, form, next) }) }
  return {
    form,
    change: (part) => { setForm((now) => ({ ...now, ...part })) },
    laid,
    note,
    setNote,
    turn: past,
    replace: (next, of, told, lost = true) => {
      if (of === 'fix') carry(next)
      else setLaid(of === 'draft' ? { own: ownForm(form, laid), after: next } : null)
      setPast(lost ? { other: form, of, undone: false } : null)
      setForm(next)
      setNote(told)
    },
    swap: () => {
      if (past === null) return
      if (past.of === 'fix') carry(past.other)
      setPast({ ...past, other: form, undone: !past.undone })
      setForm(past.other)
      setNote(t(turned[past.of][past.undone ? 'redone' : 'undone']))
    },
  }
}

const turned = {
  draft: { undone: 'draft.undone', redone: 'draft.redone' },
  example: { undone: 'draft.undone_example', redone: 'draft.example_filled' },
  fix: { undone: 'draft.undone_fix', redone: 'draft.redone_fix' },
} as const satisfies Record<Turn, Record<'undone' | 'redone', TextKey>>
