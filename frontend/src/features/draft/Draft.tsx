import { useState, type JSX } from 'react'
import { FormPane } from './FormPane'
import { PageFoot } from './PageFoot'
import { Page } from './Page'
import { fill, hasContent, toDocument } from './form'
import { useDraft } from './draft'
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
  useShortcut('/', active, () => document.querySelector<HTMLElement>('.work:not([hidden]) .form textarea')?.focus())
  useLeaveWarning(hasContent(form) || draft.attachments.files.length > 0)
  const over = useFileDrop(active, draft.attachments.add)
  const note = undone ? t('draft.undone') : draft.note === null ? '' : t(draft.note)
  return (
    <div className="draft">
      <FormPane
        form={form}
        onChange={draft.change}
        attachments={draft.attachments}
        conditions={draft.conditions}
        onConditions={draft.setConditions}
        busy={busy}
        onCompose={() => { setUndone(false); draft.compose(draft.conditions) }}
        onStop={draft.stop}
        onExample={draft.example}
      />
      <section className="page-zone" aria-label={t('draft.foot')}>
        <div className="page-news">
          {busy && <p className="working" role="status"><span className="working-mark" aria-hidden="true" />{t(`steps.${phase.step}`)}</p>}
          {phase.state === 'failed' && (
            <FailureBox
              failure={phase.failure}
              model={draft.conditions.model}
              onRetry={() => { draft.compose(draft.conditions) }}
              onAnyway={draft.anyway}
              onOther={(model) => { draft.setConditions({ ...draft.conditions, model }); draft.compose({ ...draft.conditions, model }) }}
            />
          )}
          {!busy && note !== '' && <p className="page-note" role="status">{note}</p>}
          {!busy && draft.facts !== null && <p className="answer-facts">{factWords(draft.facts).join(' · ')}</p>}
        </div>
        <div className="page-scroll" role="region" aria-label={t('official.page')} tabIndex={0}><Page document={toDocument(shown)} busy={busy} /></div>
        <PageFoot document={toDocument(form)} disabled={busy || !hasContent(form)} onUndo={draft.canUndo ? () => { draft.undo(); setUndone(true) } : null} />
      </section>
      {over && <DropVeil words={t('composer.drop')} />}
    </div>
  )
}
