import { useState } from 'react'
import { useChat } from '@ai-sdk/react'
import { generateId } from 'ai'
import { answerTransport, goingOn, type Request } from '@/shared/api/answer'
import { known, readFailure, type Failure } from '@/shared/api/failure'
import { useSession } from '@/shared/api/here'
import type { Conditions, IlsonMessage, Model, ReadDocument, Release, StepName, TaskName } from '@/shared/api/types'
import { documentsOf, isWhole, turnsOf } from './turns'

/** How the conversation stands. */
export type Phase =
  | { state: 'idle' }
  | { state: 'working'; step: StepName | 'sending' }
  | { state: 'stopped' }
  | { state: 'failed'; failure: Failure }

/** What the official asks at once; `instead` names the earlier question that it replaces. */
export interface Question {
  task: TaskName
  text: string
  documents: readonly ReadDocument[]
  form?: object | null
  instead?: string | null
}

/** What is known of a question beside its words. */
export interface Asked {
  model: string | null
  /** The rules against which the official has said to send it all the same. */
  confirmed: readonly string[]
  /** How it ended without a whole answer, once another one follows it. */
  end: Phase | null
}

export interface Talk {
  messages: IlsonMessage[]
  /** The documents that the conversation goes on with, in the order in which sources count them. */
  documents: ReadDocument[]
  /** What is known of each question, by its id. */
  asked: ReadonlyMap<string, Asked>
  phase: Phase
  ask: (question: Question, conditions: Conditions) => void
  /** Sends the last question again, under the conditions chosen now; rules that are named are confirmed. */
  again: (conditions: Conditions, confirmed?: readonly string[]) => void
  /** Returns the messages that a new question would follow, or one that replaces an earlier one. */
  before: (instead: string | null) => IlsonMessage[]
  stop: () => void
  forget: () => void
}

/** Holds one conversation in the memory of the page; what is released passes with every question of it. */
export function useTalk(released: readonly Release[]): Talk {
  const [step, setStep] = useState<StepName | 'sending'>('sending')
  const [stopped, setStopped] = useState(false)
  const [last, setLast] = useState<Pick<Request, 'task' | 'form'>>({ task: 'ask', form: null })
  const [asked, setAsked] = useState<ReadonlyMap<string, Asked>>(new Map())
  const [transport] = useState(answerTransport)
  const { models } = useSession()
  const chat = useChat<IlsonMessage>({
    transport,
    experimental_throttle: 50,
    onData: (part) => { if (part.type === 'data-step') setStep(stepOf(part.data)) },
  })

  const phase = phaseOf(chat.status, chat.error, chat.messages, { step, stopped })
  const newest = turnsOf(chat.messages).at(-1)?.question.id ?? null
  const start = (id: string, before: readonly IlsonMessage[], now: Asked): Pick<Request, 'confirmed'> & { metadata: Set<string> } => {
    const known = new Map(asked)
    const left = newest === null || newest === id ? undefined : known.get(newest)
    if (newest !== null && left !== undefined && phase.state !== 'idle') known.set(newest, { ...left, end: phase })
    known.set(id, now)
    setAsked(known)
    setStep('sending')
    setStopped(false)
    const metadata = refusedOf(known)
    const earlier = goingOn(before, metadata).flatMap((message) => known.get(message.id)?.confirmed ?? [])
    return { confirmed: [...new Set([...earlier, ...now.confirmed])], metadata }
  }
  const ask = (question: Question, conditions: Conditions): void => {
    const request = { task: question.task, form: question.form ?? null }
    const instead = question.instead ?? null
    const id = instead ?? generateId()
    const { confirmed, metadata } = start(id, upTo(chat.messages, instead), { model: conditions.model, confirmed: [], end: null })
    setLast(request)
    void chat.sendMessage(
      { role: 'user', parts: partsOf(question), ...(instead === null ? { id } : { messageId: instead }) },
      { body: { ...request, ...conditions, confirmed, released } satisfies Request, metadata },
    )
  }
  const again = (conditions: Conditions, anyway: readonly string[] = []): void => {
    if (newest === null) return
    const told = { model: conditions.model, confirmed: [...(asked.get(newest)?.confirmed ?? []), ...anyway], end: null }
    const { confirmed, metadata } = start(newest, chat.messages, told)
    void chat.regenerate({ body: { ...last, ...conditions, confirmed, released } satisfies Request, metadata })
  }
  const stop = (): void => {
    setStopped(true)
    void chat.stop()
  }
  const forget = (): void => {
    setStopped(false)
    setAsked(new Map())
    chat.clearError()
    chat.setMessages([])
  }
  const messages = withKind(chat.messages, asked, models)
  const before = (instead: string | null): IlsonMessage[] => {
    const refused = phase.state === 'failed' && !phase.failure.retry ? [newest] : []
    return goingOn([...upTo(messages, instead), { id: '', role: 'user', parts: [] }], new Set([...refusedOf(asked), ...refused]))
  }
  return { messages, documents: documentsOf(goingOn(messages, refusedOf(asked))), asked, phase, ask, again, before, stop, forget }
}

function upTo(messages: readonly IlsonMessage[], id: string | null): readonly IlsonMessage[] {
  return id === null ? messages : messages.slice(0, messages.findIndex((message) => message.id === id))
}

function refusedOf(asked: ReadonlyMap<string, Asked>): Set<string> {
  return new Set([...asked].flatMap(([id, { end }]) => (end?.state === 'failed' && !end.failure.retry ? [id] : [])))
}

/** Returns the messages, each answer that has not come to its end with the kind of model that it was asked of. */
function withKind(messages: readonly IlsonMessage[], asked: ReadonlyMap<string, Asked>, models: readonly Model[]): IlsonMessage[] {
  let question = ''
  return messages.map((message) => {
    if (message.role === 'user') question = message.id
    const model = models.find((each) => each.name === asked.get(question)?.model)
    const open = message.role === 'assistant' && !isWhole(message) && model !== undefined
    return open ? { ...message, metadata: { ...message.metadata, language_model: model.language_model } } : message
  })
}

function stepOf(data: unknown): StepName {
  const told = data as { name?: unknown }
  return told.name === 'reading' || told.name === 'checking' ? told.name : 'answering'
}

function partsOf(question: Question): IlsonMessage['parts'] {
  const files = question.documents.map((data) => ({ type: 'data-document' as const, data }))
  return question.text === '' ? files : [...files, { type: 'text', text: question.text }]
}

function phaseOf(
  status: ReturnType<typeof useChat>['status'],
  error: Error | undefined,
  messages: readonly IlsonMessage[],
  told: { step: StepName | 'sending'; stopped: boolean },
): Phase {
  switch (status) {
    case 'submitted':
    case 'streaming':
      return told.stopped ? { state: 'stopped' } : { state: 'working', step: told.step }
    case 'error':
      return told.stopped ? { state: 'stopped' } : { state: 'failed', failure: readFailure(error) }
    case 'ready':
      if (told.stopped) return { state: 'stopped' }
      return messages.length === 0 || isWhole(messages.at(-1) ?? null)
        ? { state: 'idle' }
        : { state: 'failed', failure: known('model_broke_off', true) }
  }
}
