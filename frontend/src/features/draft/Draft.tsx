import { useRef, type JSX } from 'react'
import { FormPane } from './FormPane'
import { PageFoot } from './PageFoot'
import { Page } from './Page'
import { toDocument } from './form'
import { useDraft, type Drafting } from './draft'
import { useArrival } from '@/shared/keys/arrive'
import { useFileDrop } from '@/shared/keys/drop'
import { useLeaveWarning } from '@/shared/keys/leave'
import { useShortcut } from '@/shared/keys/shortcut'
import { factWords } from '@/shared/talk/AnswerFoot'
import { FailureBox } from '@/shared/talk/FailureBox'
import type { Seed } from '@/shared/talk/question'
import { t } from '@/shared/text/text'
import { DropVeil } from '@/shared/ui/DropVeil'

interface DraftProps {
  seed: Seed
  active: boolean
  onNamed: (title: string) => void
}

/** The screen of official documents: the form at the left, the page as it will print beside it. */
export default function Draft({ seed, active, onNamed }: DraftProps): JSX.Element {
  const draft = useDraft(seed, onNamed)
  const { form, phase } = draft
  const busy = phase.state === 'working'
  useShortcut('Escape', active && busy, draft.stop)
  const first = useRef<HTMLTextAreaElement>(null)
  useArrival(active, first, true)
  useShortcut('/', active, () => first.current?.focus())
  useLeaveWarning(draft.dirty)
  const page = useRef<HTMLElement>(null)
  const compose = (): void => {
    draft.compose(draft.conditions)
    page.current?.scrollIntoView({ block: 'start' }) // on a narrow screen the page stands below the form
  }
  const over = useFileDrop(active, draft.attachments.add)
  return (
    <div className="draft">
      <FormPane
        form={form}
        onChange={draft.change}
        attachments={draft.attachments}
        conditions={draft.conditions}
        onConditions={draft.setConditions}
        check={draft.check}
        releases={draft.releases}
        busy={busy}
        onCompose={compose}
        onStop={draft.stop}
        onExample={draft.dirty ? null : draft.example}
        first={first}
      />
      <section ref={page} className="page-zone" aria-label={t('draft.foot')}>
        <PageNews draft={draft} />
        <div className="page-scroll" role="region" aria-label={t('official.page')} tabIndex={0}><Page document={toDocument(draft.shown)} busy={busy} /></div>
        <PageFoot document={toDocument(form)} disabled={busy || !draft.dirty} turn={busy ? null : draft.turn} onTurn={draft.swap} />
      </section>
      {over && <DropVeil words={t('composer.drop')} />}
    </div>
  )
}

/** Above the page: what is being done, why it was not, or what was done. */
function PageNews({ draft }: { draft: Drafting }): JSX.Element {
  const { phase, conditions, note } = draft
  const other = (model: string): void => {
    draft.setConditions({ ...conditions, model })
    draft.compose({ ...conditions, model })
  }
  return (
    <div className="page-news">
      {phase.state === 'failed' && (
        <FailureBox failure={phase.failure} model={conditions.model} grade={conditions.grade} onRetry={() => { draft.compose(conditions) }} onAnyway={draft.anyway} onOther={other} />
      )}
      <div role="status">
        {phase.state === 'working' && <p className="working"><span className="working-mark" aria-hidden="true" />{t(`steps.${phase.step}`)}</p>}
        {phase.state !== 'working' && note !== null && <p className="page-note">{t(note)}</p>}
      </div>
      {draft.facts !== null && <p className="answer-facts">{factWords(draft.facts, true).join(' · ')}</p>}
    </div>
  )
}
