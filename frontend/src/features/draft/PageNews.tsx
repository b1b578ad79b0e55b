import type { JSX } from 'react'
import type { Drafting } from './draft'
import type { Turn } from './written'
import { factWords } from '@/shared/talk/AnswerFoot'
import { FailureBox } from '@/shared/talk/FailureBox'
import { t, type TextKey } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

/** Above the page: what is being done, why it was not, or what was done and how that is taken back. */
export function PageNews({ draft }: { draft: Drafting }): JSX.Element {
  const { phase, conditions, note, turn } = draft
  const busy = phase.state === 'working'
  const other = (model: string): void => {
    draft.setConditions({ ...conditions, model })
    draft.compose({ ...conditions, model })
  }
  return (
    <div className="page-news">
      {phase.state === 'failed' && (
        <FailureBox failure={phase.failure} model={conditions.model} grade={conditions.grade} onRetry={() => { draft.compose(conditions) }} onAnyway={draft.anyway} onOther={other} />
      )}
      <div className="page-done">
        <div role="status">
          {busy && <p className="working"><span className="working-mark" aria-hidden="true" />{t(`steps.${phase.step}`)}</p>}
          {!busy && note !== '' && <p className="page-note">{note}</p>}
        </div>
        {!busy && turn !== null && <Act weight="quiet" icon="undo" onPress={draft.swap}>{t(turns[turn.of][turn.undone ? 'redo' : 'undo'])}</Act>}
      </div>
      {draft.facts !== null && <p className="answer-facts">{factWords(draft.facts, true).join(' · ')}</p>}
    </div>
  )
}

const turns = {
  draft: { undo: 'draft.undo', redo: 'draft.redo' },
  example: { undo: 'draft.undo_example', redo: 'draft.redo_example' },
  fix: { undo: 'draft.undo_fix', redo: 'draft.redo_fix' },
} as const satisfies Record<Turn, Record<'undo' | 'redo', TextKey>>
