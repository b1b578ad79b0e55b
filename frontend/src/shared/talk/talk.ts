import { useState } from 'react'
import { useChat } from '@ai-sdk/react'
import { answerTransport, type Request } from '@/shared/api/answer'
import { known, readFailure, type Failure } from '@/shared/api/failure'
import type { Conditions, IlsonMessage, ReadDocument, StepName, TaskName } from '@/shared/api/types'
import { isWhole } from './turns'

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

export interface Talk {
  messages: IlsonMessage[]
  phase: Phase
  ask: (question: Question, conditions: Conditions) => void
  /** Sends the last question again, under the conditions chosen now. */
  again: (conditions: Conditions, confirmed?: boolean) => void
  stop: () => void
  forget: () => void
}

/** Holds one conversation in the memory of the page. */
export function useTalk(): Talk {
  const [step, setStep] = useState<StepName | 'sending'>('sending')
  const [stopped, setStopped] = useState(false)
  const [last, setLast] = useState<Pick<Request, 'task' | 'form'>>({ task: 'ask', form: null })
  const [transport] = useState(answerTransport)
  const chat = useChat<IlsonMessage>({
    transport,
    experimental_throttle: 50,
    onData: (part) => { if (part.type === 'data-step') setStep(stepOf(part.data)) },
  })

  const ask = (question: Question, conditions: Conditions): void => {
    const request = { task: question.task, form: question.form ?? null }
    setStep('sending')
    setStopped(false)
    setLast(request)
    void chat.sendMessage(
      { role: 'user', parts: partsOf(question), ...(question.instead == null ? {} : { messageId: question.instead }) },
      { body: { ...request, ...conditions, confirmed: false } satisfies Request },
    )
  }
  const again = (conditions: Conditions, confirmed = false): void => {
    setStep('sending')
    setStopped(false)
    void chat.regenerate({ body: { ...last, ...conditions, confirmed } satisfies Request })
  }
  const stop = (): void => {
    setStopped(true)
    void chat.stop()
  }
  const forget = (): void => {
    setStopped(false)
    chat.clearError()
    chat.setMessages([])
  }
  const phase = phaseOf(chat.status, chat.error, chat.messages, { step, stopped })
  return { messages: chat.messages, phase, ask, again, stop, forget }
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
