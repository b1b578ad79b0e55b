import { readEnclosures, readMark, withoutEnd } from './marks'
import type { Attachment, Item } from './model'

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
export function parseBody(text: string): Body {
  const body: Body = { items: [], attachments: [] }
  const open: Open[] = []
  let enclosing = false
  for (const line of text.split('\n')) {
    const row = readRow(line)
    const words = row === null ? withoutEnd(line.trim()) : ''
    const enclosed: Attachment[] | null = words === '' ? null : readEnclosures(words, enclosing)
    enclosing = enclosed !== null || (enclosing && line.trim() === '')
    const above = open.at(-1)?.item
    if (enclosed !== null) body.attachments.push(...enclosed)
    else if (row !== null && above !== undefined) above.table = [...(above.table ?? []), row]
    else if (row !== null) begin(body.items, open, { text: '', items: [], table: [row] }, { kind: '', level: 0 })
    else {
      const mark = readMark(words)
      const item: Item = { text: mark.text, items: [], table: null }
      const level = levelOf(line)
      if (mark.text !== '') begin(body.items, open, item, { kind: mark.kind.length === 1 ? `${mark.kind}${level}` : mark.kind, level })
    }
  }
  return body
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

/** Returns the outline of items, so that `parseOutline` reads the same items again. */
export function writeOutline(items: readonly Item[], level = 0): string {
  const indent = ' '.repeat(columnsPerLevel * level)
  return items
    .flatMap((item) => [
      indent + item.text.replaceAll('\n', ' '),
      ...(item.table ?? []).map((row) => indent + writeRow(row)),
      ...(item.items.length > 0 ? [writeOutline(item.items, level + 1)] : []),
    ])
    .join('\n')
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
