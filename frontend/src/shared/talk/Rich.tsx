import { memo, useMemo, type JSX } from 'react'
import { parseRich, type RichBlock, type Run } from './rich'
import { t } from '@/shared/text/text'
import { WideBox } from '@/shared/ui/WideBox'

interface RichProps {
  text: string
  /** Numbers that have a place to show; others stay text. */
  known: ReadonlySet<number>
  chosen: number | null
  onSource: (number: number) => void
}

/** An answer in light Markdown as elements; its [n] are buttons that show the place. */
export const Rich = memo(function Rich({ text, ...rest }: RichProps): JSX.Element {
  const blocks = useMemo(() => parseRich(text), [text])
  return <div className="rich">{blocks.map((block, at) => <Block key={at} block={block} {...rest} />)}</div>
})

type Rest = Omit<RichProps, 'text'>

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
      return <pre>{block.text}</pre>
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

function Runs({ runs, known, chosen, onSource }: Rest & { runs: Run[] }): JSX.Element {
  return (
    <>
      {runs.map((run, at) => {
        switch (run.kind) {
          case 'text':
            return run.text
          case 'strong':
            return <strong key={at}>{run.text}</strong>
          case 'code':
            return <code key={at}>{run.text}</code>
          case 'source':
            return known.has(run.number)
              ? <SourceMark key={at} number={run.number} pressed={run.number === chosen} onPress={onSource} />
              : `[${run.number}]`
        }
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
