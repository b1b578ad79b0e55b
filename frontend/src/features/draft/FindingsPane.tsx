import { useState, type JSX } from 'react'
import { namedFindings, weights, type Checked, type NamedFinding } from './lint'
import { FindingItem } from './FindingItem'
import type { Failure } from '@/shared/api/failure'
import type { Weight } from '@/shared/api/official'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface FindingsProps {
  checked: Checked
  failure: Failure | null
  selected: string | null
  onShow: (finding: NamedFinding) => void
  /** Mends one finding; null mends everything that never changes the meaning. */
  onMend: (finding: NamedFinding | null) => void
}

/** What the rules found in the document, by weight. */
export function FindingsPane({ checked, failure, selected, onShow, onMend }: FindingsProps): JSX.Element {
  const found = namedFindings(checked)
  const safe = found.filter((each) => each.safe).length
  return (
    <section className="findings" aria-label={t('lint.title')} aria-busy={checked.state === 'waiting'}>
      <div className="findings-head">
        <h2 className="zone-title">{t('lint.title')}</h2>
        {safe > 0 && <Act icon="edit" onPress={() => { onMend(null) }}>{t('lint.fix_all', { n: safe })}</Act>}
      </div>
      <p className="unseen" role="status">{countWords(checked, found)}</p>
      {failure !== null && <p className="findings-failed" role="alert">{failure.sentence}</p>}
      <Told checked={checked} none={found.length === 0} />
      {weights.map((weight) => (
        <Group key={weight} weight={weight} found={found.filter(({ level }) => level === weight)} checked={checked} selected={selected} onShow={onShow} onMend={onMend} />
      ))}
    </section>
  )
}

/** What is said instead of findings, or beside them. */
function Told({ checked, none }: { checked: Checked; none: boolean }): JSX.Element | null {
  switch (checked.state) {
    case 'empty':
      return <p className="findings-told">{t('lint.empty')}</p>
    case 'waiting':
      return checked.lint === null ? <p className="findings-told">{t('lint.waiting')}</p> : null
    case 'failed':
      return (
        <div className="findings-failed">
          <p>{t('lint.failed')}</p>
          <Act weight="quiet" icon="retry" onPress={checked.retry}>{t('app.retry')}</Act>
        </div>
      )
    case 'known':
      return none
        ? <div className="findings-none"><p className="findings-good">{t('lint.none')}</p><p className="findings-told">{t('lint.none_note')}</p></div>
        : null
  }
}

const most = 20 // findings of one weight that are shown before more are wished for

interface GroupProps extends Omit<FindingsProps, 'failure'> {
  weight: Weight
  found: readonly NamedFinding[]
}

function Group({ weight, found, checked, selected, onShow, onMend }: GroupProps): JSX.Element | null {
  const [all, setAll] = useState(false)
  if (found.length === 0) return null
  const shown = all ? found : found.slice(0, most)
  return (
    <section className="findings-group" data-level={weight} aria-label={t(`lint.${weight}`)}>
      <h3 className="findings-weight">{t(`lint.${weight}`)} <span className="findings-count">{t('lint.count', { n: found.length })}</span></h3>
      <ul className="findings-list">
        {shown.map((finding) => (
          <FindingItem key={finding.id} finding={finding} checked={checked.document} selected={finding.id === selected} onShow={onShow} onMend={onMend} />
        ))}
      </ul>
      {found.length > shown.length && <Act weight="quiet" icon="down" onPress={() => { setAll(true) }}>{t('guard.more', { n: found.length - shown.length })}</Act>}
    </section>
  )
}

/** Returns what is announced; while a document is being checked the last word stands, so that it is not said anew. */
function countWords(checked: Checked, found: readonly NamedFinding[]): string {
  if (checked.lint === null) return checked.state === 'failed' ? t('lint.failed') : ''
  if (found.length === 0) return t('lint.none')
  const counted = weights.map((weight) => ({ weight, n: found.filter(({ level }) => level === weight).length }))
  return counted.filter(({ n }) => n > 0).map(({ weight, n }) => `${t(`lint.${weight}`)} ${t('lint.count', { n })}`).join(', ')
}
