import { useEffect, useEffectEvent, useState } from 'react'
import { readyDocuments, useAttachments, type Attachments } from './attachments'
import { firstConditions } from './ConditionsBar'
import type { Talk } from './talk'
import { documentsOf, textOf, turnsOf, type Turn } from './turns'
import { useSession } from '@/shared/api/here'
import type { Conditions, Release } from '@/shared/api/types'
import { t, type TextKey } from '@/shared/text/text'

/** What a work begins with; `start` sends it as soon as every file is read. */
export interface Seed {
  text: string
  files: readonly File[]
  start: boolean
  /** What the official has let pass in it. */
  released?: readonly Release[]
}

/** The next question while it is being written. */
export interface NextQuestion {
  text: string
  setText: (text: string) => void
  attachments: Attachments
  conditions: Conditions
  setConditions: (conditions: Conditions) => void
  /** The earlier question that it replaces, or null. */
  instead: string | null
  /** Why it cannot be sent yet. */
  hindrance: TextKey | null
  send: (written: string) => void
  begin: (seed: Seed) => void
  rewrite: (turn: Turn) => void
  cancelEdit: () => void
}

/** Holds the next question of a conversation, and sends it. */
export function useNextQuestion(
  task: 'ask' | 'summarise', talk: Talk, seed: Seed, onNamed: (title: string) => void,
): NextQuestion {
  const session = useSession()
  const attachments = useAttachments(session.limits)
  const [conditions, setConditions] = useState(() => firstConditions(session.models))
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<{ question: string; unsent: string } | null>(null)
  const [pending, setPending] = useState<Seed | null>(null)
  const reading = attachments.files.some((file) => file.state === 'reading')
  const documents = readyDocuments(attachments.files)

  const bringBack = (): void => {
    setText(editing?.unsent ?? '')
    setEditing(null)
  }
  const send = (written: string): void => {
    const first = turnsOf(talk.messages)[0]?.question.id ?? null
    const asked = written.trim()
    const summarising = task === 'summarise' && (first === null || first === editing?.question || asked === '')
    const words = asked === '' ? t('summarise.request') : asked
    talk.ask({ task: summarising ? 'summarise' : 'ask', text: words, documents, instead: editing?.question ?? null }, conditions)
    onNamed(asked === '' ? (documents[0]?.name ?? words) : asked)
    bringBack()
    attachments.sent()
  }
  const begin = (next: Seed): void => {
    if (next.files.length > 0) attachments.add(next.files)
    if (next.start) setPending(next)
    else if (next.text !== '') setText(next.text)
  }
  const rewrite = (turn: Turn): void => {
    setEditing({ question: turn.question.id, unsent: editing?.unsent ?? text })
    setText(textOf(turn.question))
    attachments.swap(documentsOf([turn.question]))
  }
  const cancelEdit = (): void => {
    bringBack()
    attachments.bringBack()
  }
  const started = useEffectEvent(() => { begin(seed) })
  useEffect(() => { started() }, [])
  const settle = useEffectEvent(() => {
    if (pending === null || reading) return
    setPending(null)
    if (attachments.files.some((file) => file.state === 'failed')) setText(pending.text)
    else send(pending.text)
  })
  useEffect(() => { settle() }, [pending, reading])

  const nothingToSum = task === 'summarise' && text.trim() === '' && documents.length === 0 && talk.documents.length === 0
  const hindrance = reading ? 'composer.wait_files' : nothingToSum ? 'composer.need_document' : null
  return { text, setText, attachments, conditions, setConditions, instead: editing?.question ?? null, hindrance, send, begin, rewrite, cancelEdit }
}
