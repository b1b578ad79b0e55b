import type { Guarded, IlsonMessage, ReadDocument, Restored, Source } from '@/shared/api/types'
import type { OfficialDocument } from '@/shared/official/model'

/** A question with the answer that it got so far. */
export interface Turn {
  question: IlsonMessage
  answer: IlsonMessage | null
}

/** Returns the conversation as questions with their answers. */
export function turnsOf(messages: readonly IlsonMessage[]): Turn[] {
  const turns: Turn[] = []
  for (const message of messages) {
    const last = turns.at(-1)
    if (message.role === 'user') turns.push({ question: message, answer: null })
    else if (last !== undefined) last.answer = message
  }
  return turns
}

/** Returns the text of a message. */
export function textOf(message: IlsonMessage | null): string {
  return (message?.parts ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n')
}

/** Returns the documents of messages, in the order in which sources count them. */
export function documentsOf(messages: readonly IlsonMessage[]): ReadDocument[] {
  return messages.flatMap((message) => message.parts.flatMap((part) => (part.type === 'data-document' ? [part.data] : [])))
}

/** Returns what the guard did for an answer, or null where it has not said. */
export function guardOf(answer: IlsonMessage | null): Guarded | null {
  return (answer?.parts ?? []).flatMap((part) => (part.type === 'data-guard' ? [part.data] : [])).at(-1) ?? null
}

const nothingRestored: readonly Restored[] = []

/** Returns the values that were put back into an answer so far. */
export function restoredOf(answer: IlsonMessage | null): readonly Restored[] {
  return (answer?.parts ?? []).flatMap((part) => (part.type === 'data-restored' ? [part.data.values] : [])).at(-1) ?? nothingRestored
}

/** Returns the official document that an answer holds so far, or null. */
export function draftOf(answer: IlsonMessage | null): Partial<OfficialDocument> | null {
  return (answer?.parts ?? []).flatMap((part) => (part.type === 'data-draft' ? [part.data] : [])).at(-1) ?? null
}

/** Returns the places that an answer rests on. */
export function sourcesOf(answer: IlsonMessage | null): Source[] {
  return (answer?.parts ?? []).flatMap((part) => {
    if (part.type !== 'source-document') return []
    const told: Record<string, unknown> = part.providerMetadata?.['ilson'] ?? {}
    const number = wholeNumber(told['number'])
    const document = wholeNumber(told['document'])
    const block = wholeNumber(told['block'])
    if (number === null || document === null || block === null) return []
    const quote = typeof told['quote'] === 'string' ? told['quote'] : ''
    return [{ number, document, block, page: wholeNumber(told['page']), quote }]
  })
}

/** Tells whether an answer came to its end: its facts come last. */
export function isWhole(answer: IlsonMessage | null): boolean {
  return answer?.metadata?.model !== undefined
}

function wholeNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) ? value : null
}
