import { plainType, showsFacts, type Look } from './look'
import { beforeText, placeItems, type PlacedItem } from './markers'
import type { OfficialDocument } from './model'
import { t } from '@/shared/text/text'

const gap = '  '
const columnsPerLevel = 2

/** Returns facts and body with what is attached and the end sign, to be pasted into the document system; cells are parted by tabs. */
export function bodyText(document: OfficialDocument, look: Look = plainType.look): string {
  const facts = (showsFacts(look) ? document.facts : []).map(({ label, text }) => `${label}\t${text}`)
  const enclosed = enclosureRows(document)
  const placed = placeItems(document.body, look.marks)
  const last = placed.at(-1)
  const closed = enclosed.length === 0 && look.end ? closedLast(last) : null
  const items = placed.flatMap((item) => itemRows(item, item === last && closed !== null ? closed.rows : item.table))
  const rows = [...facts, ...(facts.length > 0 && items.length > 0 ? [''] : []), ...items]
  if (enclosed.length > 0) rows.push('', ...enclosed.map((row, at) => (at === 0 ? `${t('official.attachment')}${gap}${row}` : `${gap.repeat(3)}${row}`)))
  if (rows.length === 0 || !look.end || closed?.end === false) return rows.join('\n')
  const below = enclosed.length === 0 && (items.length === 0 || closed !== null)
  return `${rows.join('\n')}${below ? '\n' : ''}${gap}${t('official.end')}`
}

function closedLast(last: PlacedItem | undefined): ReturnType<typeof closedTable> | null {
  return last?.table == null ? null : closedTable(last.table)
}

function itemRows(item: PlacedItem, table: readonly string[][] | null): string[] {
  const words = item.text === '' ? [] : [`${' '.repeat(columnsPerLevel * (item.level - 1))}${beforeText(item)}${item.text}`]
  return [...words, ...(table ?? []).map((cells) => cells.join('\t'))]
}

/** How an attachment is written: its number where there are several, its name, its copies. */
export interface EnclosureRow {
  before: string
  name: string
  after: string
}

/** Returns one row for each attachment, numbered where there are several. */
export function enclosureParts(document: OfficialDocument): EnclosureRow[] {
  const many = document.attachments.length > 1
  return document.attachments.map(({ name, copies }, at) => ({
    before: many ? `${at + 1}. ` : '',
    name,
    after: `${copies > 0 ? ` ${t('official.copies', { n: copies })}` : ''}.`,
  }))
}

function enclosureRows(document: OfficialDocument): string[] {
  return enclosureParts(document).map(({ before, name, after }) => before + name + after)
}

/** Returns a table as it closes the body, and whether the end sign still follows it (시행규칙 제4조제5항제2호). */
export function closedTable(rows: readonly string[][]): { rows: string[][]; end: boolean } {
  const rest = t('official.rest_empty')
  if (rows.at(-1)?.includes(rest) === true) return { rows: [...rows], end: false }
  const told = rows.findLastIndex((row) => row.some((cell) => cell !== '')) + 1
  if (told === rows.length) return { rows: [...rows], end: true }
  const closing = (rows[told] ?? []).map((cell, at) => (at === 0 ? rest : cell))
  return { rows: [...rows.slice(0, told), closing, ...rows.slice(told + 1)], end: false }
}
