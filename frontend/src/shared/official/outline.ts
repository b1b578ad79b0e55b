import { readEnclosures, readMark, withoutEnd } from './marks'
import type { Attachment, Item, Picture } from './model'
import { t } from '@/shared/text/text'

const columnsPerLevel = 2
const deepest = 8

/** What the text of a body says: its items, and what it names as attached. */
export interface Body {
  items: Item[]
  attachments: Attachment[]
}

interface Open {
  item: Item
  kind: string
  level: number
}

/** Returns the items of an outline: one line each, two spaces per level, `| a | b |` lines are a table of the item above. */
export function parseOutline(text: string): Item[] {
  return parseBody(text).items
}

/** Returns what an outline says; marks and the end sign that somebody typed are not part of the words. */
export function parseBody(text: string, pictures: readonly string[] = []): Body {
  const { items, attachments } = readBody(text, pictures)
  return { items, attachments }
}

/** What stands on a line of its own: an item, a row of a table, a picture. */
type Lined = Item | string[] | Picture

interface Reading extends Body {
  lines: Map<Lined, number>
}

/** Returns what an outline says, and on which line each part of it stands, from 0. */
export function readBody(text: string, pictures: readonly string[]): Reading {
  const body: Reading = { items: [], attachments: [], lines: new Map() }
  const open: Open[] = []
  let enclosing = false
  for (const [at, line] of text.split('\n').entries()) {
    const under = readRow(line) ?? readPicture(line, pictures)
    const words = under === null ? withoutEnd(line.trim()) : ''
    const enclosed: Attachment[] | null = words === '' ? null : readEnclosures(words, enclosing)
    enclosing = enclosed !== null || (enclosing && line.trim() === '')
    if (enclosed !== null) body.attachments.push(...enclosed)
    else if (under !== null) {
      body.lines.set(under, at)
      putUnder(body.items, open, under)
    } else {
      const item = readItem(body.items, open, words, levelOf(line))
      if (item !== null) body.lines.set(item, at)
    }
  }
  return body
}

/** Puts a row or a picture under the item above; before the first item they make one without words. */
function putUnder(top: Item[], open: Open[], under: string[] | Picture): void {
  const last = open.at(-1)?.item
  const full = last === undefined || (!Array.isArray(under) && last.picture !== undefined)
  const item: Item = full ? { text: '', items: [], table: null } : last
  if (Array.isArray(under)) item.table = [...(item.table ?? []), under]
  else item.picture = under
  if (full) begin(top, open, item, { kind: '', level: open.at(-1)?.level ?? 0 })
}

function readItem(top: Item[], open: Open[], words: string, level: number): Item | null {
  const mark = readMark(words)
  if (mark.text === '') return null
  const item: Item = { text: mark.text, items: [], table: null }
  begin(top, open, item, { kind: mark.kind.length === 1 ? `${mark.kind}${level}` : mark.kind, level })
  return item
}

/** Puts an item under the open ones: by its mark where it has one, else by its indent; no deeper than the eight levels. */
function begin(top: Item[], open: Open[], item: Item, { kind, level }: Omit<Open, 'item'>): void {
  const same = kind === '' ? level : open.findIndex((each) => each.kind === kind)
  if (same === -1) while (isIndented(open.at(-1), level)) open.pop()
  open.length = Math.min(same === -1 ? open.length : same, open.length, deepest - 1)
  ;(open.at(-1)?.item.items ?? top).push(item)
  open.push({ item, kind, level })
}

/** Tells whether an item stands where it does by its indent alone, as deep as a level or deeper. */
function isIndented(last: Open | undefined, level: number): boolean {
  return last !== undefined && last.kind === '' && last.level > 0 && last.level >= level
}

/** Returns the outline of items, so that `parseBody` reads the same items again; the contents of pictures are added to `pictures`. */
export function writeOutline(items: readonly Item[], pictures: string[] = [], level = 0): string {
  const indent = ' '.repeat(columnsPerLevel * level)
  return items
    .flatMap((item) => [
      ...(item.text === '' && (item.table !== null || item.picture !== undefined) ? [] : [indent + item.text.replaceAll('\n', ' ')]),
      ...(item.table ?? []).map((row) => indent + writeRow(row)),
      ...(item.picture === undefined ? [] : [indent + writePicture(pictures.push(item.picture.content), item.picture.says)]),
      ...(item.items.length > 0 ? [writeOutline(item.items, pictures, level + 1)] : []),
    ])
    .join('\n')
}

/** Returns the line of a picture by its number. */
export function writePicture(number: number, says: string): string {
  return `[${t('typed.picture')} ${number}: ${says}]`
}

const pictureLine = new RegExp(`^\\s*\\[${t('typed.picture')} (\\d{1,3})(?::\\s*(.*?))?\\s*\\]\\s*$`)

/** Returns the picture that a line names, or null where it names none of these. */
export function readPicture(line: string, pictures: readonly string[]): Picture | null {
  const [, number = '', says = ''] = pictureLine.exec(line) ?? []
  const content = pictures[Number(number) - 1]
  return content === undefined ? null : { content, says }
}

/** Returns the level of a line, from 0. */
export function levelOf(line: string): number {
  const spaces = line.replaceAll('\t', '  ').search(/\S|$/)
  return Math.floor(spaces / columnsPerLevel)
}

/** Returns the cells of a table line, or null where the line is none. */
export function readRow(line: string): string[] | null {
  const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]
  if (cells === undefined) return null
  return cells.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'))
}

/** Returns the line of a table row. */
export function writeRow(row: readonly string[]): string {
  return `| ${row.map((cell) => cell.replaceAll('\n', ' ').replaceAll('|', '\\|')).join(' | ')} |`
}

/** A text with the place of its cursor or selection, in characters. */
export interface Selected {
  text: string
  start: number
  end: number
}

/** Returns the text with every line that the selection touches one level deeper (1) or higher (-1). */
export function shiftLevel(selected: Selected, by: 1 | -1): Selected {
  const { text, start, end } = selected
  const from = text.lastIndexOf('\n', start - 1) + 1
  const next = text.indexOf('\n', end)
  const to = next === -1 ? text.length : next
  const lines = text.slice(from, to).split('\n')
  const moved = lines.map((line) => (by === 1 ? `  ${line}` : line.replace(/^ {1,2}/, '')))
  const first = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0)
  const all = moved.join('\n').length - (to - from)
  return {
    text: text.slice(0, from) + moved.join('\n') + text.slice(to),
    start: Math.max(from, start + first),
    end: Math.max(from, end + all),
  }
}

/** The table at or under a place of the outline: its rows, and the characters that it takes. */
export interface TableSpan {
  rows: string[][]
  from: number
  to: number
}

/** Returns the table of the item at a place, or the empty place where one would begin. */
export function tableAt(text: string, place: number): TableSpan {
  const lines = text.split('\n')
  let line = text.slice(0, place).split('\n').length - 1
  const isRow = (at: number): boolean => readRow(lines[at] ?? '') !== null
  while (line > 0 && isRow(line)) line -= 1
  const first = isRow(line) ? line : line + 1
  let last = first
  while (isRow(last)) last += 1
  const offset = (at: number): number => Math.min(text.length, lines.slice(0, at).join('\n').length + (at > 0 ? 1 : 0))
  const rows = lines.slice(first, last).map((row) => readRow(row) ?? [])
  return { rows, from: offset(first), to: last > first ? offset(last) : offset(first) }
}

/** Returns the text with the table of a span replaced by rows. */
export function putTable(text: string, span: TableSpan, rows: readonly string[][]): string {
  const before = text.slice(0, span.from)
  const indent = ' '.repeat(columnsPerLevel * levelOf(before.trimEnd().split('\n').at(-1) ?? ''))
  const table = rows.map((row) => `${indent}${writeRow(row)}\n`).join('')
  const glue = before !== '' && !before.endsWith('\n') ? '\n' : ''
  return before + glue + table + text.slice(span.to)
}

/** Returns the text with a picture under the item at the cursor, and its words selected so that they are written next. */
export function putPicture({ text, start }: Selected, number: number, says: string): Selected {
  const { to } = tableAt(text, start)
  const before = text.slice(0, to)
  const indent = ' '.repeat(columnsPerLevel * levelOf(text.slice(0, start).split('\n').at(-1) ?? ''))
  const line = indent + writePicture(number, says)
  const head = before + (before !== '' && !before.endsWith('\n') ? '\n' : '') + line
  const end = head.length - 1
  return { text: `${head}\n${text.slice(to)}`, start: end - says.length, end }
}
