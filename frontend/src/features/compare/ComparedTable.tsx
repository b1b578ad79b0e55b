import { useEffect, useRef, useState, type JSX } from 'react'
import { Pieces } from './Pieces'
import type { ComparedRow } from '@/shared/api/documents'
import { figure, t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

const atOnce = 300 // rows that are drawn before more are asked for: a long one would hold the page up

interface TableProps {
  rows: readonly ComparedRow[]
  /** Whether words that are the same may stand as dashes. */
  dashed: boolean
  /** Whether it is made anew. */
  busy: boolean
}

/** The table of old and new provisions, with what happened to each row before it. */
export function ComparedTable({ rows, dashed, busy }: TableProps): JSX.Element {
  const [most, setMost] = useState(atOnce)
  const next = useRef<HTMLTableCellElement>(null)
  useEffect(() => { next.current?.focus() }, [most]) // the button that asked may be gone
  const rest = rows.length - most
  return (
    <>
      <table className="compared" aria-busy={busy}>
        <caption className="unseen">{t('compare.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className="compared-kind">{t('compare.kind')}</th>
            <th scope="col">{t('compare.old')}</th>
            <th scope="col">{t('compare.new')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row, at) => (
            <tr key={at} data-change={row.change}>
              <th scope="row" className="compared-kind" {...(most > atOnce && at === most - atOnce ? { ref: next, tabIndex: -1 } : {})}>
                <span className="compared-number">{figure(at + 1)}</span>{' '}
                <span className="compared-change" data-change={row.change}>{t(`changes.${row.change}`)}</span>
              </th>
              <td data-head={t('compare.old')}><Pieces of={row.old} dashed={false} /></td>
              <td data-head={t('compare.new')}><Pieces of={row.new} dashed={dashed} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <div className="compared-more"><Act icon="down" onPress={() => { setMost(most + atOnce) }}>{t('compare.more', { n: figure(rest) })}</Act></div>}
    </>
  )
}
