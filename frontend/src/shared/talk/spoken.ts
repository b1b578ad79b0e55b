import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { plainText } from './rich'

/** Returns how many characters of a growing text are finished sentences or lines. */
export function spokenLength(text: string, done: boolean): number {
  if (done) return text.length
  const ends = [...text.matchAll(/[.?!](?=\s)|\n/g)]
  const last = ends.at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}

/** What was said of an answer: up to where, the newest words, and whether they were its last. */
export interface Said {
  id: string
  upto: number
  words: string
  ended: boolean
}

export const nothingSaid: Said = { id: '', upto: 0, words: '', ended: false }

/** Returns what is to be said next: only what was not said before. */
export function sayNext(before: Said, id: string, text: string, done: boolean): Said {
  const from = before.id === id ? before.upto : 0
  const upto = Math.max(from, spokenLength(text, done))
  const words = plainText(text.slice(from, upto))
  if (words === '' && !done) return before.id === id ? before : { ...nothingSaid, id }
  return { id, upto, words, ended: done }
}

const breath = 1000 // milliseconds between two announcements of one answer

/** Returns the newest finished sentences of a growing answer, for a polite live region; while it grows they come at even times. */
export function useSpoken(id: string, text: string, done: boolean): Said {
  const [said, setSaid] = useState(nothingSaid)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const waiting = useEffectEvent(() => {
    timer.current = null
    setSaid((before) => (before.id === id && before.ended ? before : sayNext(before, id, text, done)))
  })
  useEffect(() => { timer.current ??= setTimeout(() => { waiting() }, breath) }, [id, text, done])
  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
  }, [])
  return said.id === id ? said : nothingSaid
}
