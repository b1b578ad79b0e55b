import type { JSX } from 'react'
import { ComparedTable } from './ComparedTable'
import type { Compared } from './comparing'
import type { Change, Comparison, Showing } from '@/shared/api/documents'
import { FailureBox } from '@/shared/talk/FailureBox'
import { figure, t } from '@/shared/text/text'
import { Choice } from '@/shared/ui/Choice'
import { Icon } from '@/shared/ui/Icon'

interface OutcomeProps {
  compared: Compared
  showing: Showing
  onShow: (showing: Showing) => void
  onRetry: () => void
}

/** What came of the comparison: how much changed, what the table shows, and the table. */
export function Outcome({ compared, showing, onShow, onRetry }: OutcomeProps): JSX.Element {
  const comparison = shownOf(compared)
  const busy = compared.state === 'comparing'
  return (
    <section className="outcome" aria-label={t('compare.outcome')}>
      <div className="outcome-head">
        <div className="outcome-told" role="status">
          {busy && <p className="working"><span className="working-mark" aria-hidden="true" />{t('compare.comparing')}</p>}
          {!busy && comparison !== null && <Summary of={comparison} />}
        </div>
        {comparison !== null && <Options showing={showing} onShow={onShow} />}
      </div>
      {compared.state === 'failed' && <FailureBox failure={compared.failure} model={null} onRetry={onRetry} onAnyway={onRetry} onOther={onRetry} />}
      {comparison !== null && comparison.rows.length > 0 && (
        <ComparedTable key={`${String(showing.every)} ${String(showing.full)}`} rows={comparison.rows} dashed={!showing.full} busy={busy} />
      )}
    </section>
  )
}

/** Returns what the table shows: while it is made anew, what it showed before. */
export function shownOf(compared: Compared): Comparison | null {
  switch (compared.state) {
    case 'comparing':
      return compared.before
    case 'failed':
      return null
    case 'ready':
      return compared.comparison
  }
}

const differing: readonly Change[] = ['changed', 'added', 'removed', 'moved']

function Summary({ of: { counts, rows } }: { of: Comparison }): JSX.Element {
  const told = differing.filter((change) => counts[change] > 0)
  if (told.length === 0) {
    return (
      <div className="outcome-same">
        <p className="outcome-title"><Icon name="info" />{t('compare.same')}</p>
        <p className="outcome-note">{t('compare.same_note')}</p>
      </div>
    )
  }
  return (
    <>
      <p className="outcome-counts">
        <strong>{t('compare.rows', { n: figure(rows.length) })}</strong>{' '}
        {told.map((change) => <span key={change} className="compared-change" data-change={change}>{t('compare.count', { kind: t(`changes.${change}`), n: figure(counts[change]) })}</span>)}
      </p>
      {strange(counts) && <p className="outcome-strange"><Icon name="alert" />{t('compare.strange')}</p>}
    </>
  )
}

/** Returns whether almost nothing of one version is in the other: often a wrong file. */
function strange({ same, changed, moved, added, removed }: Comparison['counts']): boolean {
  const known = same + changed + moved
  return added > 0 && removed > 0 && added + removed >= 10 && known < (known + added + removed) / 10
}

function Options({ showing: { every, full }, onShow }: { showing: Showing; onShow: (showing: Showing) => void }): JSX.Element {
  return (
    <div className="outcome-options">
      <Choice
        compact
        label={t('compare.every')}
        value={every ? 'all' : 'changed'}
        options={[{ id: 'changed', label: t('compare.every_off'), detail: t('compare.every_off_note') }, { id: 'all', label: t('compare.every_on'), detail: t('compare.every_on_note') }]}
        onChoose={(id) => { onShow({ every: id === 'all', full }) }}
      />
      <Choice
        compact
        label={t('compare.full')}
        value={full ? 'words' : 'dashes'}
        options={[{ id: 'dashes', label: t('compare.full_off'), detail: t('compare.full_off_note') }, { id: 'words', label: t('compare.full_on'), detail: t('compare.full_on_note') }]}
        onChoose={(id) => { onShow({ every, full: id === 'words' }) }}
      />
    </div>
  )
}
