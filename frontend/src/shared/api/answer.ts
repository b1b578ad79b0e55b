import { DefaultChatTransport } from 'ai'
import type { Conditions, IlsonMessage, Release, TaskName } from './types'

/** What stands beside the messages in one request. */
export interface Request extends Conditions {
  task: TaskName
  form: object | null
  /** Rules that the official has confirmed, by name. */
  confirmed: readonly string[]
  released: readonly Release[]
}

/** Returns the transport that carries questions to the server and its answer back as a stream. */
export function answerTransport(): DefaultChatTransport<IlsonMessage> {
  return new DefaultChatTransport<IlsonMessage>({
    api: '/api/answer',
    credentials: 'same-origin',
    prepareSendMessagesRequest: ({ messages, body, requestMetadata }) => ({
      body: { ...body, messages: goingOn(messages, requestMetadata instanceof Set ? requestMetadata : new Set()).map(asSent) },
    }),
  })
}

/**
 * Returns the messages that a conversation goes on with: an earlier question without an answer is left out.
 * Its documents pass to the next question, unless it was refused, since they would be refused again.
 */
export function goingOn(messages: readonly IlsonMessage[], refused: ReadonlySet<unknown>): IlsonMessage[] {
  const going: IlsonMessage[] = []
  const newest = messages.findLastIndex((message) => message.role === 'user')
  let waiting: IlsonMessage['parts'] = []
  messages.forEach((message, at) => {
    if (message.role === 'assistant') {
      if (hasText(message) || at > newest) going.push(message)
    } else if (at === newest || hasText(messages[at + 1])) {
      going.push(waiting.length === 0 ? message : { ...message, parts: [...waiting, ...message.parts] })
      waiting = []
    } else if (!refused.has(message.id)) waiting = [...waiting, ...message.parts.filter((part) => part.type === 'data-document')]
  })
  return going
}

function hasText(message: IlsonMessage | undefined): boolean {
  return message?.role === 'assistant' && message.parts.some((part) => part.type === 'text' && part.text.trim() !== '')
}

/** Returns a message as it is sent: of an answer only its text, since the server made the rest itself. */
export function asSent(message: IlsonMessage): Pick<IlsonMessage, 'id' | 'role' | 'parts'> {
  const { id, role, parts } = message
  const sent = role === 'assistant' ? parts.filter((part) => part.type === 'text') : parts
  return { id, role, parts: sent.map((part) => (part.type === 'text' ? { type: 'text', text: part.text } : part)) }
}
