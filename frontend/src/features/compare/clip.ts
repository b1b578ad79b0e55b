import type { ComparedRow, Piece } from '@/shared/api/documents'
import { t } from '@/shared/text/text'

/** Returns the table as HTML for a word processor: what changed is underlined. */
export function tableHtml(rows: readonly ComparedRow[]): string {
  const heads = [t('compare.old'), t('compare.new')].map((head) => `<th>${escaped(head)}</th>`).join('')
  const lines = rows.map((row) => `<tr><td>${cellHtml(row.old)}</td><td>${cellHtml(row.new)}</td></tr>`).join('')
  return `<table border="1" style="border-collapse:collapse"><tr>${heads}</tr>${lines}</table>`
}

/** Returns the table as plain text: a line for each row, a tab between its sides. */
export function tableText(rows: readonly ComparedRow[]): string {
  const cell = (pieces: readonly Piece[]): string => said(pieces).replaceAll(/\s+/g, ' ').trim()
  return [`${t('compare.old')}\t${t('compare.new')}`, ...rows.map((row) => `${cell(row.old)}\t${cell(row.new)}`)].join('\n')
}

/** Returns the words of a cell. */
export function said(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('')
}

function cellHtml(pieces: readonly Piece[]): string {
  return pieces.map(({ text, changed }) => (changed ? `<u>${written(text)}</u>` : written(text))).join('')
}

/** Two spaces and more are the depth of a provision; HTML would make them one. */
function written(text: string): string {
  return escaped(text).replaceAll('\n', '<br>').replaceAll(/ {2,}/g, (spaces) => '&nbsp;'.repeat(spaces.length))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
