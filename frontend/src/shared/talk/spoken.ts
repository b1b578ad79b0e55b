import { useEffect, useState } from 'react'
import { plainText } from './rich'

/** Returns how many characters of a growing text are finished sentences or lines. */
export function spokenLength(text: string, done: boolean): number {
  if (done) return text.length
  const ends = [...text.matchAll(/[.?!](?=\s)|\n/g)]
  const last = ends.at(-1)
  return last === undefined ? 0 : last.index + last[0].length
}

/** Returns the newest finished sentences of a growing answer, for a polite live region; older ones are not said again. */
export function useSpoken(id: string, text: string, done: boolean): string {
  const [said, setSaid] = useState({ id, upto: 0, words: '' })
  const finished = text.slice(0, spokenLength(text, done))
  useEffect(() => {
    const timer = setTimeout(() => {
      setSaid((before) => {
        const from = before.id === id ? before.upto : 0
        const fresh = plainText(finished.slice(from))
        return fresh === '' ? before : { id, upto: finished.length, words: fresh }
      })
    }, 400)
    return () => { clearTimeout(timer) }
  }, [id, finished])
  return said.id === id ? said.words : ''
}
