import { useEffect, useEffectEvent, useState } from 'react'
import { emptyForm, fill, toSent, type Change, type DraftForm } from './form'
import { useSession } from '@/shared/api/here'
import type { AnswerFacts, Conditions } from '@/shared/api/types'
import type { OfficialDocument } from '@/shared/official/model'
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
  phase: Phase
  /** The draft while it grows. */
  growing: Partial<OfficialDocument> | null
  facts: Partial<AnswerFacts> | null
  note: TextKey | null
  canUndo: boolean
  compose: (conditions: Conditions) => void
  anyway: () => void
  stop: () => void
  undo: () => void
  example: () => void
}

/** Holds the form, has the server write a draft, and lays it over the form when it ends. */
export function useDraft(seed: Seed, onNamed: (title: string) => void): Drafting {
  const session = useSession()
  const talk = useTalk()
  const attachments = useAttachments(session.limits)
  const [conditions, setConditions] = useState(() => firstConditions(session.models))
  const [form, setForm] = useState<DraftForm>(() => ({ ...emptyForm(session.agency), request: seed.text }))
  const [before, setBefore] = useState<DraftForm | null>(null)
  const [note, setNote] = useState<TextKey | null>(null)
  const answer = talk.messages.find((message) => message.role === 'assistant') ?? null
  const growing = draftOf(answer)

  const compose = (under: Conditions): void => {
    setNote(null)
    talk.forget()
    talk.ask({ task: 'draft', text: wish(form), documents: readyDocuments(attachments.files), form: toSent(form) }, under)
    onNamed(form.document.title === '' ? wish(form) : form.document.title)
  }
  const lay = useEffectEvent(() => {
    const ended = talk.phase.state === 'idle' || talk.phase.state === 'stopped'
    if (!ended || growing === null) return
    setBefore(form)
    setForm(fill(form, growing))
    setNote(talk.phase.state === 'idle' ? 'draft.filled' : 'draft.filled_stopped')
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
    phase: talk.phase,
    growing,
    facts: talk.phase.state === 'idle' || talk.phase.state === 'stopped' ? (answer?.metadata ?? null) : null,
    note,
    canUndo: before !== null,
    compose,
    anyway: () => { talk.again(conditions, true) },
    stop: talk.stop,
    undo: () => {
      if (before !== null) setForm(before)
      setBefore(null)
    },
    example: () => { setForm(exampleForm()) },
  }
}

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
