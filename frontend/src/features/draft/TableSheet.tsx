import { useState, type JSX } from 'react'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Sheet } from '@/shared/ui/Sheet'

interface TableSheetProps {
  rows: string[][]
  onClose: () => void
  onSave: (rows: string[][]) => void
}

/** A small grid to write a table in; its first row is the head. */
export function TableSheet({ rows, onClose, onSave }: TableSheetProps): JSX.Element {
  const [cells, setCells] = useState(() => squared(rows.length > 0 ? rows : [['', ''], ['', '']]))
  const [first] = useState(cells)
  const [leaving, setLeaving] = useState(false)
  const close = (): void => {
    if (JSON.stringify(cells) === JSON.stringify(first)) onClose()
    else setLeaving(!leaving)
  }
  const width = cells[0]?.length ?? 1
  const write = (row: number, column: number, text: string): void => {
    setCells(cells.map((line, at) => (at === row ? line.map((cell, place) => (place === column ? text : cell)) : line)))
  }
  return (
    <Sheet
      title={t('table.title')}
      open
      onClose={close}
      foot={leaving
        ? <><p role="alert">{t('table.leave')}</p><Act onPress={onClose}>{t('table.discard')}</Act><Act weight="primary" onPress={close}>{t('table.stay')}</Act></>
        : <><Act onPress={close}>{t('app.cancel')}</Act><Act weight="primary" onPress={() => { onSave(cells) }}>{t('table.save')}</Act></>}
    >
      <p className="sheet-small">{t('table.note')}</p>
      <div className="tools">
        <Act weight="quiet" icon="plus" onPress={() => { setCells([...cells, Array<string>(width).fill('')]) }}>{t('table.row_add')}</Act>
        <Act weight="quiet" disabled={cells.length < 2} onPress={() => { setCells(cells.slice(0, -1)) }}>{t('table.row_remove')}</Act>
        <Act weight="quiet" icon="plus" onPress={() => { setCells(cells.map((line) => [...line, ''])) }}>{t('table.column_add')}</Act>
        <Act weight="quiet" disabled={width < 2} onPress={() => { setCells(cells.map((line) => line.slice(0, -1))) }}>{t('table.column_remove')}</Act>
      </div>
      <div className="grid-scroll">
        <table className="grid">
          <tbody>
            {cells.map((line, row) => (
              <tr key={row}>
                {line.map((cell, column) => (
                  <td key={column}>
                    <input className="grid-cell" aria-label={t('table.cell', { row: row + 1, column: column + 1 })} value={cell} onChange={(event) => { write(row, column, event.target.value) }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  )
}

function squared(rows: readonly string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
}
