import type { JSX } from 'react'
import { Spot } from './Spot'
import type { Fact } from '@/shared/official/model'
import { columnsOf } from '@/shared/official/tables'
import { t } from '@/shared/text/text'

const short = 28 // columns up to which a value shares its row with another

interface PlacedFact extends Fact {
  place: string
}

/** The facts as rows of a label and its value. */
export function FactTable({ facts }: { facts: readonly Fact[] }): JSX.Element | null {
  return <Rows rows={placed(facts, -1).map((fact) => [fact])} />
}

/** The facts as rows of two where both are short, without the one that stands elsewhere. */
export function PairedFacts({ facts, without }: { facts: readonly Fact[]; without: number }): JSX.Element | null {
  const rows: PlacedFact[][] = []
  let open = false
  for (const fact of placed(facts, without)) {
    const fits = columnsOf(fact.text) <= short && !fact.text.includes('\n')
    if (open && fits) rows.at(-1)?.push(fact)
    else rows.push([fact])
    open = fits && rows.at(-1)?.length === 1
  }
  return <Rows rows={rows} />
}

function Rows({ rows }: { rows: readonly PlacedFact[][] }): JSX.Element | null {
  if (rows.length === 0) return null
  const most = Math.max(...rows.map((row) => row.length))
  return (
    <table className="paper-facts" aria-label={t('official.facts')}>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.flatMap(({ label, text, place }) => [
              <th key={`${label} head`} scope="row">{label}</th>,
              <td key={label} colSpan={row.length < most ? 2 * most - 1 : 1}><Spot place={place} text={text} /></td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function placed(facts: readonly Fact[], without: number): PlacedFact[] {
  return facts.map((fact, at) => ({ ...fact, place: `facts[${at}].text` })).filter(({ text }, at) => text !== '' && at !== without)
}
