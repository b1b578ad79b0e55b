import { syllable } from './markers'
import type { Attachment } from './model'
import { t } from '@/shared/text/text'

/** A line of the body without what stands before it: the kind of its mark (empty where it has none), and its words. */
export interface Marked {
  kind: string
  text: string
}

const ordinals = Array.from({ length: 28 }, (_, place) => syllable(place)).join('')
const kinds: readonly [string, RegExp][] = [
  ['1.', /^\d{1,3}\.(?!\s*\d{1,2}\.(?!\s*\d{1,2}\.))(?!\d)\s*/], // 「12. 4.」 is a day, 「1. 12. 4.」 is an item
  ['a.', new RegExp(`^[${ordinals}]\\.(?:\\s+|$)`)],
  ['1)', /^\d{1,3}\)\s*/],
  ['a)', new RegExp(`^[${ordinals}]\\)\\s*`)],
  ['(1)', /^(?:\(\d{1,3}\)|[\u2474-\u2487])\s*/],
  ['(a)', new RegExp(`^(?:\\([${ordinals}]\\)|[\\u320e-\\u321b])\\s*`)],
  ['1o', new RegExp(`^[${t('official.circled_numbers')}]\\s*`)],
  ['ao', new RegExp(`^[${t('official.circled_syllables')}]\\s*`)],
]
const bullet = new RegExp(`^(?:[-*${t('typed.bullets')}](?:\\s+|$)|[○●□■])`)
const end = new RegExp(`(?:^|(?<=[\\s.)\\]]))\\s*${t('official.end').replace('.', '\\.')}\\s*$`)
const enclosing = new RegExp(`^(?:${t('typed.attachment')})(?:\\s*[:：]|\\s{2,}|\\s*$|\\s+(?=1\\.|.*\\d\\s?${t('official.copies', { n: '' })}))\\s*(.*)$`)
const quantity = new RegExp(`^(.*\\S)\\s+(\\d{1,5})\\s?${t('official.copies', { n: '' })}\\.?$`)
const counted = new RegExp(`\\d\\s?(?:${t('typed.counters')})$`)
const nextEnclosure = /\s+(?=\d{1,2}\.\s)/

/** Returns a line without the mark that somebody typed; marks are made on the page. */
export function readMark(line: string): Marked {
  for (const [kind, pattern] of kinds) {
    const found = pattern.exec(line)
    if (found !== null) return { kind, text: line.slice(found[0].length).trim() }
  }
  const found = bullet.exec(line)
  return found === null ? { kind: '', text: line } : { kind: line.charAt(0), text: line.slice(found[0].length).trim() }
}

/** Returns a line without the end sign that somebody typed. */
export function withoutEnd(line: string): string {
  return line.replace(end, '').trimEnd()
}

/** Returns what a line names as attached, or null where it names nothing; `more` tells that the line before did. */
export function readEnclosures(line: string, more: boolean): Attachment[] | null {
  const named = enclosing.exec(line)?.[1]
  if (named !== undefined) return enclosuresOf(named)
  return more && (readMark(line).kind === '1.' || quantity.test(line)) ? enclosuresOf(line) : null
}

/** Returns an attachment whose quantity stands in one place: in `copies`, or in its name where it is no number of copies. */
export function counting({ name, copies }: Attachment): Attachment {
  const plain = withoutEnd(name.trim()).replace(/[. ]+$/, '')
  const [, bare, number] = quantity.exec(plain) ?? []
  if (bare !== undefined) return { name: bare, copies: Number(number) }
  return { name: plain, copies: counted.test(plain) ? 0 : copies }
}

function enclosuresOf(text: string): Attachment[] {
  const parts = text.split(',').every((part) => quantity.test(part.trim())) ? text.split(',') : text.split(nextEnclosure)
  return parts.map((part) => counting({ name: readMark(part.trim()).text, copies: 1 })).filter(({ name }) => name !== '' && !t('typed.nothing').split('|').includes(name))
}
