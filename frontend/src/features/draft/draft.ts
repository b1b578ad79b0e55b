import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { emptyForm, fill, hasContent, ownForm, replaceUnchanged, sentText, toSent, type Change, type DraftForm, type Laid } from './form'
import { useSession } from '@/shared/api/here'
import type { AnswerFacts, Conditions } from '@/shared/api/types'
import { useCheck, type Check } from '@/shared/guard/check'
import { useReleases, type Releases } from '@/shared/guard/releases'
import { readyDocuments, useAttachments, type Attachments } from '@/shared/talk/attachments'
import { firstConditions } from '@/shared/talk/ConditionsBar'
import type { Seed } from '@/shared/talk/question'
import { useTalk, type Phase } from '@/shared/talk/talk'
import { draftOf } from '@/shared/talk/turns'
import { t, type TextKey } from '@/shared/text/text'

/** A document that is being drafted. */
export interface Drafting {
  form: DraftForm
  change: Change
  attachments: Attachments
  conditions: Conditions
  setConditions: (conditions: Conditions) => void
  releases: Releases
  /** What the guard would do with what is sent. */
  check: Check
  phase: Phase
  /** The form as the page shows it: with the draft in it while that grows. */
  shown: DraftForm
  /** Whether something would be lost with the form. */
  dirty: boolean
  facts: Partial<AnswerFacts> | null
  note: TextKey | null
  /** What is done with the last draft next: taken back, laid again, or nothing. */
  turn: 'undo' | 'redo' | null
  compose: (conditions: Conditions) => void
  anyway: () => void
  stop: () => void
  /** Takes the draft back, or lays it again; what was written in between comes and goes with it. */
  swap: () => void
  example: () => void
}

/** Holds the form, has the server write a draft, and lays it over the form when it ends. */
export function useDraft(seed: Seed, onNamed: (title: string) => void): Drafting {
  const session = useSession()
  const releases = useReleases(seed.released)
  const talk = useTalk(releases.list)
  const attachments = useAttachments(session.limits)
  const [conditions, setConditions] = useState(() => firstConditions(session.models))
  const [form, setForm] = useState<DraftForm>(() => ({ ...emptyForm(session.agency), request: seed.text }))
  const [asked, setAsked] = useState(form)
  const [laid, setLaid] = useState<Laid | null>(null)
  const [other, setOther] = useState<DraftForm | null>(null)
  const [undone, setUndone] = useState(false)
  const [note, setNote] = useState<TextKey | null>(null)
  const check = useCheck({ text: useMemo(() => sentText(form, laid), [form, laid]), documents: readyDocuments(attachments.files) }, releases.list)
  const answer = talk.messages.find((message) => message.role === 'assistant') ?? null
  const growing = draftOf(answer)

  const compose = (under: Conditions): void => {
    const own = ownForm(form, laid)
    setNote(null)
    setAsked(form)
    talk.forget()
    talk.ask({ task: 'draft', text: wish(own), documents: readyDocuments(attachments.files), form: toSent(own) }, under)
    onNamed(form.document.title === '' ? wish(form) : form.document.title)
  }
  const withDraft = growing === null ? form : replaceUnchanged(form, asked, fill(asked, growing))
  const lay = useEffectEvent(() => {
    if (talk.phase.state === 'working' || growing === null) return
    setLaid({ own: ownForm(form, laid), after: withDraft })
    setOther(form)
    setUndone(false)
    setForm(withDraft)
    setNote(notes[talk.phase.state])
  })
  useEffect(() => { lay() }, [talk.phase.state])
  const started = useEffectEvent(() => { if (seed.files.length > 0) attachments.add(seed.files) })
  useEffect(() => { started() }, [])

  return {
    form,
    change: (part) => { setForm((now) => ({ ...now, ...part })) },
    attachments,
    conditions,
    setConditions,
    releases,
    check,
    phase: talk.phase,
    shown: talk.phase.state === 'working' ? withDraft : form,
    dirty: hasContent(form, session.agency) || attachments.files.length > 0,
    facts: talk.phase.state === 'idle' || talk.phase.state === 'stopped' ? (answer?.metadata ?? null) : null,
    note,
    turn: other === null ? null : undone ? 'redo' : 'undo',
    compose,
    anyway: () => { talk.again(conditions, talk.phase.state === 'failed' ? talk.phase.failure.rules : []) },
    stop: talk.stop,
    swap: () => {
      if (other === null) return
      setOther(form)
      setForm(other)
      setUndone(!undone)
      setNote(undone ? 'draft.redone' : 'draft.undone')
    },
    example: () => { setForm(exampleForm()) },
  }
}

const notes = { idle: 'draft.filled', stopped: 'draft.filled_stopped', failed: 'draft.filled_failed' } as const

function wish(form: DraftForm): string {
  return [form.request, form.document.title, form.outline].find((text) => text.trim() !== '') ?? ''
}

function exampleForm(): DraftForm {
  const empty = emptyForm(t('draft.example_agency'))
  return {
    document: {
      ...empty.document,
      title: t('draft.example_title'),
      sender: t('draft.example_sender'),
      attachments: [{ name: t('draft.example_attachment'), copies: 1 }],
    },
    outline: t('draft.example_body'),
    request: t('draft.example_request'),
    recipients: t('draft.example_recipients'),
    internal: false,
  }
}
