import { useMemo, useRef, useState, type JSX } from 'react'
import { FindingsPane } from './FindingsPane'
import { FormPane } from './FormPane'
import { PageFoot } from './PageFoot'
import { Page } from './Page'
import { FoundHere } from './Spot'
import { PageNews } from './PageNews'
import { useDraft } from './draft'
import { findingsByPlace, type NamedFinding } from './lint'
import { showFinding } from './showPlace'
import { useArrival } from '@/shared/keys/arrive'
import { useFileDrop } from '@/shared/keys/drop'
import { useLeaveWarning } from '@/shared/keys/leave'
import { useShortcut } from '@/shared/keys/shortcut'
import type { Seed } from '@/shared/talk/question'
import { t } from '@/shared/text/text'
import { DropVeil } from '@/shared/ui/DropVeil'

interface DraftProps {
  seed: Seed
  active: boolean
  onNamed: (title: string) => void
}

/** The screen of official documents: the form at the left, the page as it will print in the middle, what the rules found at the right. */
export default function Draft({ seed, active, onNamed }: DraftProps): JSX.Element {
  const draft = useDraft(seed, onNamed)
  const { form, phase, shown, checked } = draft
  const busy = phase.state === 'working'
  useShortcut('Escape', active && busy, draft.stop)
  const first = useRef<HTMLTextAreaElement>(null)
  useArrival(active, first, true)
  useShortcut('/', active, () => first.current?.focus())
  useLeaveWarning(draft.dirty)
  const [selected, setSelected] = useState<string | null>(null)
  const page = useRef<HTMLElement>(null)
  const pane = useRef<HTMLElement>(null)
  const compose = (): void => {
    draft.compose(draft.conditions)
    page.current?.scrollIntoView({ block: 'start' }) // on a narrow screen the page stands below the form
  }
  const over = useFileDrop(active, draft.attachments.add)
  const byPlace = useMemo(() => findingsByPlace(checked, shown), [checked, shown])
  const show = (finding: NamedFinding): void => {
    setSelected(finding.id)
    showFinding(finding, { document: shown, outline: form.outline, pictures: form.pictures }, pane.current, page.current)
  }
  return (
    <div className="draft">
      <FormPane draft={draft} busy={busy} onCompose={compose} first={first} pane={pane} />
      <section ref={page} className="page-zone" aria-label={t('draft.foot')}>
        <PageNews draft={draft} />
        <div className="page-scroll" role="region" aria-label={t('official.page')} tabIndex={0}>
          <FoundHere value={{ byPlace, selected }}><Page document={shown} look={draft.type.look} busy={busy} /></FoundHere>
        </div>
      </section>
      <FindingsPane checked={checked} failure={draft.mendFailure} selected={selected} onShow={show} onMend={(finding) => void draft.mend(finding)} />
      <PageFoot draft={draft} busy={busy} />
      {over && <DropVeil words={t('composer.drop')} />}
    </div>
  )
}
