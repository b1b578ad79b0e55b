import { placeItems } from './markers'
import type { OfficialDocument } from './model'
import { t } from '@/shared/text/text'

const gap = '  '
const columnsPerLevel = 2

/** Returns the body with what is attached and the end sign, to be pasted into the document system; cells are parted by tabs. */
export function bodyText(document: OfficialDocument): string {
  const rows = placeItems(document.body).flatMap(({ level, marker, text, table }) => [
    ...(text === '' ? [] : [`${' '.repeat(columnsPerLevel * (level - 1))}${marker === '' ? '' : `${marker} `}${text}`]),
    ...(table ?? []).map((cells) => cells.join('\t')),
  ])
  const enclosed = enclosureRows(document)
  if (enclosed.length > 0) rows.push('', ...enclosed.map((row, at) => (at === 0 ? `${t('official.attachment')}${gap}${row}` : `${gap.repeat(3)}${row}`)))
  else if (document.body.length === 0) return ''
  else if (placeItems(document.body).at(-1)?.table != null) return [...rows, `${gap}${t('official.end')}`].join('\n')
  return `${rows.join('\n')}${gap}${t('official.end')}`
}

/** Returns one row for each attachment, numbered where there are several. */
export function enclosureRows(document: OfficialDocument): string[] {
  const many = document.attachments.length > 1
  return document.attachments.map(({ name, copies }, at) => `${many ? `${at + 1}. ` : ''}${name}${copies > 0 ? ` ${t('official.copies', { n: copies })}` : ''}.`)
}
