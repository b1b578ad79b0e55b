import type { JSX } from 'react'
import { Key } from './PaperHead'
import { Spot } from './Spot'
import { showsFacts, type Look } from '@/shared/official/look'
import { beforeText, isArticle, placeItems, type PlacedItem } from '@/shared/official/markers'
import type { OfficialDocument } from '@/shared/official/model'
import { pictureAddress } from '@/shared/official/picture'
import { alignOf } from '@/shared/official/tables'
import { closedTable, enclosureParts } from '@/shared/official/text'
import { t } from '@/shared/text/text'
import { WideBox } from '@/shared/ui/WideBox'

const remarks = ['\u203b', '*']

/** The items with their markers, then what is attached; the last of all carries the end sign. */
export function PaperBody({ document, look }: { document: OfficialDocument; look: Look }): JSX.Element {
  const placed = placeItems(document.body, look.marks)
  const attached = document.attachments.length > 0
  const ends = look.end && !attached
  const told = document.facts.length > 0 && showsFacts(look)
  const heads = look.marks.length > 0 && (look.head === 'title' || look.head === 'none')
  return (
    <div className="paper-body" data-own={look.marks.length > 0}>
      {placed.length === 0 && !told && <p className="paper-missing">{t('official.missing_body')}</p>}
      {placed.map((item, at) => (
        <ItemView key={item.place} item={item} ends={ends && at === placed.length - 1} heading={heads && isHeading(item, placed[at + 1])} />
      ))}
      {ends && placed.length === 0 && told && <p className="paper-item"><End /></p>}
      {attached && <Enclosures document={document} end={look.end} />}
    </div>
  )
}

/** In a report an item of the first level that others stand under is a heading. */
function isHeading(item: PlacedItem, next: PlacedItem | undefined): boolean {
  const under = item.table !== null || item.picture !== null || (next !== undefined && next.place.startsWith(`${item.place}.items`))
  return item.level === 1 && under && !isArticle(item.marker)
}

function ItemView({ item, ends, heading }: { item: PlacedItem; ends: boolean; heading: boolean }): JSX.Element {
  const closed = item.table !== null && ends ? closedTable(item.table) : null
  const signed = ends && closed?.end !== false
  const behind = signed && item.text !== '' && item.table === null && item.picture === null
  return (
    <>
      {item.text !== '' && <Words item={item} end={behind} heading={heading} />}
      {item.table !== null && <PaperTable rows={closed?.rows ?? item.table} level={item.level} place={`${item.place}.table`} />}
      {item.picture !== null && <img className="paper-picture" src={pictureAddress(item.picture.content)} alt={item.picture.says} />}
      {signed && !behind && <p className="paper-item"><End /></p>}
    </>
  )
}

function Words({ item, end, heading }: { item: PlacedItem; end: boolean; heading: boolean }): JSX.Element {
  return (
    <p className="paper-item" data-level={item.level} data-look={heading ? 'heading' : remarks.includes(item.marker) ? 'remark' : undefined}>
      {item.marker !== '' && <span className="paper-key">{beforeText(item)}</span>}
      <span><Spot place={`${item.place}.text`} text={item.text} />{end && <End />}</span>
    </p>
  )
}

function PaperTable({ rows, level, place }: { rows: string[][]; level: number; place: string }): JSX.Element {
  const [head = [], ...body] = rows
  const aligned = head.map((_, column) => alignOf(body.map((row) => row[column] ?? '')))
  const spot = (row: number, column: number, text: string): JSX.Element => <Spot place={`${place}[${row}][${column}]`} text={text} />
  return (
    <WideBox className="paper-table" label={t('answer.table')} level={level}>
      <table>
        <thead><tr>{head.map((cell, at) => (cell === '' ? <td key={at} /> : <th key={at} scope="col">{spot(0, at, cell)}</th>))}</tr></thead>
        <tbody>{body.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column} data-align={aligned[column]}>{spot(at + 1, column, cell)}</td>)}</tr>)}</tbody>
      </table>
    </WideBox>
  )
}

function Enclosures({ document, end }: { document: OfficialDocument; end: boolean }): JSX.Element {
  const rows = enclosureParts(document)
  return (
    <div className="paper-enclosures">
      <Key words={t('official.attachment')} />
      <div>
        {rows.map(({ before, name, after }, at) => (
          <p key={at}>{before}<Spot place={`attachments[${at}].name`} text={name} />{after}{end && at === rows.length - 1 && <End />}</p>
        ))}
      </div>
    </div>
  )
}

function End(): JSX.Element {
  return <span className="paper-key">{`  ${t('official.end')}`}</span>
}
