import { useRef, useState, type JSX } from 'react'
import { FormPane } from './FormPane'
import { PageFoot } from './PageFoot'
import { Page } from './Page'
import { fill, hasContent, toDocument } from './form'
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
  const [undone, setUndone] = useState(false)
  const busy = phase.state === 'working'
  const shown = busy && draft.growing !== null ? fill(form, draft.growing) : form
  useShortcut('Escape', active && busy, draft.stop)
  const first = useRef<HTMLTextAreaElement>(null)
  useArrival(active, first, true)
  useShortcut('/', active, () => first.current?.focus())
  useLeaveWarning(hasContent(form) || draft.attachments.files.length > 0)
  const page = useRef<HTMLElement>(null)
  const compose = (): void => {
    setUndone(false)
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
        busy={busy}
        onCompose={compose}
        onStop={draft.stop}
        onExample={draft.example}
        first={first}
      />
      <section ref={page} className="page-zone" aria-label={t('draft.foot')}>
        <PageNews draft={draft} undone={undone} />
        <div className="page-scroll" role="region" aria-label={t('official.page')} tabIndex={0}><Page document={toDocument(shown)} busy={busy} /></div>
        <PageFoot document={toDocument(form)} disabled={busy || !hasContent(form)} onUndo={draft.canUndo ? () => { draft.undo(); setUndone(true) } : null} />
      </section>
      {over && <DropVeil words={t('composer.drop')} />}
    </div>
  )
}

/** Above the page: what is being done, why it was not, or what was done. */
function PageNews({ draft, undone }: { draft: Drafting; undone: boolean }): JSX.Element {
  const { phase, conditions } = draft
  const done = undone ? 'draft.undone' : draft.note
  const other = (model: string): void => {
    draft.setConditions({ ...conditions, model })
    draft.compose({ ...conditions, model })
  }
  return (
    <div className="page-news">
      {phase.state === 'failed' && (
        <FailureBox failure={phase.failure} model={conditions.model} onRetry={() => { draft.compose(conditions) }} onAnyway={draft.anyway} onOther={other} />
      )}
      <div role="status">
        {phase.state === 'working' && <p className="working"><span className="working-mark" aria-hidden="true" />{t(`steps.${phase.step}`)}</p>}
        {phase.state !== 'working' && done !== null && <p className="page-note">{t(done)}</p>}
      </div>
      {draft.facts !== null && <p className="answer-facts">{factWords(draft.facts, true).join(' · ')}</p>}
    </div>
  )
}
