import { memo, useMemo, type JSX } from 'react'
import { cutter, type Cutter } from './restored'
import { parseRich, type RichBlock, type Run } from './rich'
import type { Restored } from '@/shared/api/types'
import { t } from '@/shared/text/text'
import { WideBox } from '@/shared/ui/WideBox'

interface RichProps {
  text: string
  /** Values that were masked before sending and put back. */
  restored: readonly Restored[]
  /** Numbers that have a place to show; others stay text. */
  known: ReadonlySet<number>
  chosen: number | null
  onSource: (number: number) => void
}

/** An answer in light Markdown as elements; its [n] are buttons that show the place. */
export const Rich = memo(function Rich({ text, restored, ...more }: RichProps): JSX.Element {
  const blocks = useMemo(() => parseRich(text), [text])
  const cut = useMemo(() => cutter(restored), [restored])
  const rest = { ...more, cut }
  return <div className="rich">{blocks.map((block, at) => <Block key={at} block={block} {...rest} />)}</div>
})

type Rest = Omit<RichProps, 'text' | 'restored'> & { cut: Cutter }

function Block({ block, ...rest }: Rest & { block: RichBlock }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? <h3><Runs runs={block.runs} {...rest} /></h3> : <h4><Runs runs={block.runs} {...rest} /></h4>
    case 'paragraph':
      return <p><Lines lines={block.lines} {...rest} /></p>
    case 'quote':
      return <blockquote><Lines lines={block.lines} {...rest} /></blockquote>
    case 'list':
      return (
        <ul>
          {block.items.map((item, at) => (
            <li key={at} data-level={Math.min(item.level, 4)} data-number={item.number === null ? undefined : `${item.number}.`}>
              <Runs runs={item.runs} {...rest} />
            </li>
          ))}
        </ul>
      )
    case 'table':
      return <Table rows={block.rows} {...rest} />
    case 'code':
      return <pre><Words text={block.text} cut={rest.cut} /></pre>
    case 'rule':
      return <hr />
  }
}

function Table({ rows, ...rest }: Rest & { rows: Run[][][] }): JSX.Element {
  const [head = [], ...body] = rows
  return (
    <WideBox className="rich-table" label={t('answer.table')}>
      <table>
        <thead><tr>{head.map((cell, at) => (cell.length === 0 ? <td key={at} /> : <th key={at} scope="col"><Runs runs={cell} {...rest} /></th>))}</tr></thead>
        <tbody>
          {body.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}><Runs runs={cell} {...rest} /></td>)}</tr>)}
        </tbody>
      </table>
    </WideBox>
  )
}

function Lines({ lines, ...rest }: Rest & { lines: Run[][] }): JSX.Element {
  return <>{lines.map((runs, at) => <span className="rich-line" key={at}><Runs runs={runs} {...rest} /></span>)}</>
}

function Runs({ runs, known, chosen, onSource, cut }: Rest & { runs: Run[] }): JSX.Element {
  return (
    <>
      {runs.map((run, at) => {
        switch (run.kind) {
          case 'text':
            return <Words key={at} text={run.text} cut={cut} />
          case 'strong':
            return <strong key={at}><Words text={run.text} cut={cut} /></strong>
          case 'code':
            return <code key={at}><Words text={run.text} cut={cut} /></code>
          case 'source':
            return known.has(run.number)
              ? <SourceMark key={at} number={run.number} pressed={run.number === chosen} onPress={onSource} />
              : `[${run.number}]`
        }
      })}
    </>
  )
}

/** Text with the values that were put back marked; what is told of them is heard and pointed at, but never copied. */
function Words({ text, cut }: { text: string; cut: Cutter }): JSX.Element {
  return (
    <>
      {cut(text).map(({ words, label }, at) => {
        if (label === null) return words
        const told = t('answer.restored', { label })
        return <span key={at} className="restored" title={told} data-told={told}>{words}</span>
      })}
    </>
  )
}

function SourceMark({ number, pressed, onPress }: { number: number; pressed: boolean; onPress: (number: number) => void }): JSX.Element {
  return (
    <button type="button" className="source-mark" aria-pressed={pressed} aria-label={t('answer.source', { n: number })} onClick={() => { onPress(number) }}>
      {number}
    </button>
  )
}
