import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { emptyForm, fill, hasContent, mend, ownForm, replaceUnchanged, sentText, toDocument, toSent, type DraftForm } from './form'
import { useLint, type Checked } from './lint'
import { canReplace, replaceFound } from './mending'
import { typeNamed, useTypes, type Types } from './types'
import { useWritten, type Written } from './written'
import type { Failure } from '@/shared/api/failure'
import { useSession } from '@/shared/api/here'
import { fixDocument, type LintFinding } from '@/shared/api/official'
import type { AnswerFacts, Conditions } from '@/shared/api/types'
import { useCheck, type Check } from '@/shared/guard/check'
import { useReleases, type Releases } from '@/shared/guard/releases'
import type { DocumentType } from '@/shared/official/look'
import type { OfficialDocument } from '@/shared/official/model'
import { readyDocuments, useAttachments, type Attachments } from '@/shared/talk/attachments'
import { firstConditions } from '@/shared/talk/ConditionsBar'
import type { Seed } from '@/shared/talk/question'
import { useTalk, type Phase } from '@/shared/talk/talk'
import { draftOf } from '@/shared/talk/turns'
import { t, type TextKey } from '@/shared/text/text'

/** A document that is being drafted. */
export interface Drafting extends Pick<Written, 'form' | 'change' | 'note' | 'turn' | 'swap'> {
  types: Types
  type: DocumentType
  attachments: Attachments
  conditions: Conditions
  setConditions: (conditions: Conditions) => void
  releases: Releases
  /** What the guard would do with what is sent. */
  check: Check
  phase: Phase
  /** The document as the page shows it: with the draft in it while that grows. */
  shown: OfficialDocument
  /** What the rules say of it. */
  checked: Checked
  /** Why the last mending did not work; null where it did. */
  mendFailure: Failure | null
  /** Whether something would be lost with the form. */
  dirty: boolean
  facts: Partial<AnswerFacts> | null
  compose: (conditions: Conditions) => void
  anyway: () => void
  stop: () => void
  example: () => void
  /** Puts there what a finding proposes; null mends everything that never changes the meaning. */
  mend: (finding: LintFinding | null) => Promise<void>
}

/** Holds the form, has the server write a draft, and lays it over the form when it ends. */
export function useDraft(seed: Seed, onNamed: (title: string) => void): Drafting {
  const session = useSession()
  const types = useTypes()
  const releases = useReleases(seed.released)
  const talk = useTalk(releases.list)
  const attachments = useAttachments(session.limits)
  const [conditions, setConditions] = useState(() => firstConditions(session.models))
  const written = useWritten(() => ({ ...emptyForm(session.agency), request: seed.text }))
  const { form, laid } = written
  const [asked, setAsked] = useState(form)
  const type = typeNamed(types.list, form.document.type)
  const check = useCheck({ text: useMemo(() => sentText(form, laid, type), [form, laid, type]), documents: readyDocuments(attachments.files) }, releases.list)
  const answer = talk.messages.find((message) => message.role === 'assistant') ?? null
  const growing = draftOf(answer)

  const compose = (under: Conditions): void => {
    const own = ownForm(form, laid)
    written.setNote('')
    setAsked(form)
    talk.forget()
    talk.ask({ task: 'draft', text: wish(own), documents: readyDocuments(attachments.files), form: toSent(own, type) }, under)
    onNamed(form.document.title === '' ? wish(form) : form.document.title)
  }
  const withDraft = growing === null ? form : replaceUnchanged(form, asked, fill(asked, growing))
  const lay = useEffectEvent(() => {
    if (talk.phase.state === 'working' || growing === null) return
    written.replace(withDraft, 'draft', t(notes[talk.phase.state]))
  })
  useEffect(() => { lay() }, [talk.phase.state])
  const started = useEffectEvent(() => { if (seed.files.length > 0) attachments.add(seed.files) })
  useEffect(() => { started() }, [])

  const working = talk.phase.state === 'working'
  const shown = useMemo(() => toDocument(working ? withDraft : form, type), [working, withDraft, form, type])
  const content = hasContent(form, session.agency)
  const checked = useLint(working ? null : shown, !content)
  const mending = useMending(form, type, checked, (mended, note) => { written.replace(mended, 'fix', note) })
  return {
    ...written,
    types,
    type,
    attachments,
    conditions,
    setConditions,
    releases,
    check,
    phase: talk.phase,
    shown,
    checked,
    mendFailure: mending.failure,
    dirty: content || attachments.files.length > 0,
    facts: talk.phase.state === 'idle' || talk.phase.state === 'stopped' ? (answer?.metadata ?? null) : null,
    compose,
    anyway: () => { talk.again(conditions, talk.phase.state === 'failed' ? talk.phase.failure.rules : []) },
    stop: talk.stop,
    example: () => {
      const filled = fill({ ...emptyForm(session.agency), request: form.request }, { ...type.example, type: type.name })
      written.replace(filled, 'example', t('draft.example_filled'), content)
    },
    mend: mending.mend,
  }
}

interface Mending {
  failure: Failure | null
  mend: (finding: LintFinding | null) => Promise<void>
}

/** Mends the form: where a finding says with what, at once; else the server does. */
function useMending(form: DraftForm, type: DocumentType, checked: Checked, done: (mended: DraftForm, note: string) => void): Mending {
  const [failure, setFailure] = useState<Failure | null>(null)
  const now = useRef({ form, done })
  useEffect(() => { now.current = { form, done } }, [form, done])
  const mendAll = async (rule: string | null): Promise<void> => {
    const before = toDocument(form, type)
    const outcome = await fixDocument(before, rule)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) return
    const { draft, fixed } = outcome.value
    now.current.done(mend(now.current.form, before, draft), fixed === 0 ? t('lint.fixed_none') : t('lint.fixed', { n: fixed })) // more may have been written since
  }
  return {
    failure,
    mend: async (finding) => {
      const mended = finding !== null && canReplace(finding, checked.document) && checked.document !== null
        ? replaceFound(form, type, finding, checked.document)
        : null
      if (mended === null) return mendAll(finding?.rule ?? null)
      setFailure(null)
      done(mended, t('lint.fixed', { n: 1 }))
    },
  }
}

const notes = { idle: 'draft.filled', stopped: 'draft.filled_stopped', failed: 'draft.filled_failed' } as const satisfies Record<string, TextKey>

function wish(form: DraftForm): string {
  return [form.request, form.document.title, form.outline, ...Object.values(form.facts)].find((text) => text.trim() !== '') ?? ''
}
