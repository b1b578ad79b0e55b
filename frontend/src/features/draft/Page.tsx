import type { JSX } from 'react'
import { Closing } from './Closing'
import { placeItems, type PlacedItem } from '@/shared/official/markers'
import type { OfficialDocument } from '@/shared/official/model'
import { enclosureRows } from '@/shared/official/text'
import { t } from '@/shared/text/text'
import { WideBox } from '@/shared/ui/WideBox'

/** The official document as it will print on A4 (별지 제1호서식). */
export function Page({ document, busy }: { document: OfficialDocument; busy: boolean }): JSX.Element {
  const placed = placeItems(document.body)
  const attached = document.attachments.length > 0
  const afterTable = placed.at(-1)?.table != null
  return (
    <article className="paper" aria-busy={busy}>
      <p className="paper-agency">{document.agency === '' ? <Missing words={t('official.missing_agency')} /> : document.agency}</p>
      <div className="paper-head">
        <p className="paper-line"><Key words={t('official.to')} />{document.to === '' ? <Missing words={t('official.missing_to')} /> : document.to}</p>
        <p className="paper-line"><Key words={t('official.via')} />{document.via}</p>
        <p className="paper-line paper-title"><Key words={t('official.title')} />{document.title === '' ? <Missing words={t('official.missing_title')} /> : document.title}</p>
      </div>
      <div className="paper-body">
        {placed.length === 0 && <p className="paper-missing">{t('official.missing_body')}</p>}
        {placed.map((item, at) => <ItemView key={at} item={item} end={!attached && !afterTable && at === placed.length - 1} />)}
        {!attached && afterTable && <p className="paper-item"><End /></p>}
        {attached && <Enclosures rows={enclosureRows(document)} />}
      </div>
      <Closing document={document} />
    </article>
  )
}

function ItemView({ item, end }: { item: PlacedItem; end: boolean }): JSX.Element {
  return (
    <>
      {item.text !== '' && (
        <p className="paper-item" data-level={item.level}>
          {item.marker !== '' && <span className="paper-key">{`${item.marker} `}</span>}
          <span>{item.text}{end && <End />}</span>
        </p>
      )}
      {item.table !== null && <PaperTable rows={item.table} level={item.level} />}
    </>
  )
}

function PaperTable({ rows, level }: { rows: string[][]; level: number }): JSX.Element {
  const [head = [], ...body] = rows
  return (
    <WideBox className="paper-table" label={t('answer.table')} level={level}>
      <table>
        <thead><tr>{head.map((cell, at) => (cell === '' ? <td key={at} /> : <th key={at} scope="col">{cell}</th>))}</tr></thead>
        <tbody>{body.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </WideBox>
  )
}

function Enclosures({ rows }: { rows: readonly string[] }): JSX.Element {
  return (
    <div className="paper-enclosures">
      <Key words={t('official.attachment')} />
      <div>
        {rows.map((row, at) => <p key={at}>{row}{at === rows.length - 1 && <End />}</p>)}
      </div>
    </div>
  )
}

function End(): JSX.Element {
  return <span className="paper-key">{`  ${t('official.end')}`}</span>
}

/** A label with the two spaces that stand behind it; they are text, so that a copy keeps them. */
function Key({ words }: { words: string }): JSX.Element {
  return <span className="paper-key">{`${words}  `}</span>
}

function Missing({ words }: { words: string }): JSX.Element {
  return <span className="paper-missing">{words}</span>
}
