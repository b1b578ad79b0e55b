import { readBody } from './outline'
import type { OfficialDocument } from './model'

/** A stretch of a text; in UTF-16 units, as fields of the page count, unless it is told in characters. */
export interface Stretch {
  start: number
  end: number
}

type Step = string | number

/** Returns the steps of a place such as `body[0].items[1].text`, or `facts.` and a label where there is no such fact yet. */
export function stepsOf(place: string): Step[] {
  return [...place.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, name = '']) => (index === undefined ? name : Number(index)))
}

/** Returns the text at a place of a document, or null where there is none. */
export function textAt(document: OfficialDocument, place: string): string | null {
  const found = stepsOf(place).reduce<unknown>(stepInto, document)
  return typeof found === 'string' && place !== '' ? found : null
}

function stepInto(value: unknown, step: Step): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<Step, unknown>)[step] : undefined
}

/** Returns the document with another text at a place. */
export function withTextAt(document: OfficialDocument, place: string, text: string): OfficialDocument {
  return replaced(document, stepsOf(place), text) as OfficialDocument
}

function replaced(value: unknown, [step, ...rest]: readonly Step[], text: string): unknown {
  if (step === undefined) return text
  const inner = replaced(stepInto(value, step), rest, text)
  if (Array.isArray(value)) return value.map((each: unknown, at) => (at === step ? inner : each))
  return { ...(value as object), [step]: inner }
}

/** Returns the words around a stretch of a text, both told in characters; the stretch itself where they do not stand there. */
export function wordsAround(text: string, words: string, { start, end }: Stretch): Stretch {
  const [all, sought] = [Array.from(text), Array.from(words)]
  const stands = (at: number): boolean => at + sought.length >= end && sought.every((letter, place) => all[at + place] === letter)
  for (let at = start; at >= 0 && at + sought.length >= end; at -= 1) if (stands(at)) return { start: at, end: at + sought.length }
  return { start, end }
}

/** Where the words of one place of the body stand in its outline. */
export interface OutlinePlace {
  line: Stretch
  /** The words themselves; null where the line says them in another way. */
  words: Stretch | null
}

/** Returns where a place of the body stands in its outline, or null where it does not. */
export function placeInOutline(outline: string, pictures: readonly string[], place: string): OutlinePlace | null {
  const steps = stepsOf(place)
  const { items, lines } = readBody(outline, pictures)
  const owner = ownerOf({ body: items }, steps)
  const at = owner === null ? undefined : lines.get(owner)
  if (at === undefined) return null
  const all = outline.split('\n')
  const begin = all.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
  const line = all[at] ?? ''
  const told = steps.reduce<unknown>(stepInto, { body: items })
  const from = typeof told === 'string' && told !== '' ? line.indexOf(told) : -1
  const words = from === -1 || typeof told !== 'string' ? null : { start: begin + from, end: begin + from + told.length }
  return { line: { start: begin, end: begin + line.length }, words }
}

/** Returns what stands on a line of its own at a place: an item, a row of its table, its picture. */
function ownerOf(body: object, steps: readonly Step[]): Parameters<ReturnType<typeof readBody>['lines']['get']>[0] | null {
  const end = steps.findIndex((step) => step === 'text' || step === 'table' || step === 'picture')
  if (end === -1) return null
  const length = steps[end] === 'table' ? end + 2 : steps[end] === 'picture' ? end + 1 : end
  const owner = steps.slice(0, length).reduce<unknown>(stepInto, body)
  return typeof owner === 'object' && owner !== null ? (owner as ReturnType<typeof ownerOf>) : null
}
