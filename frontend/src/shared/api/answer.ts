import { DefaultChatTransport } from 'ai'
import type { Conditions, IlsonMessage, TaskName } from './types'

/** What stands beside the messages in one request. */
export interface Request extends Conditions {
  task: TaskName
  form: object | null
  confirmed: boolean
}

/** Returns the transport that carries questions to the server and its answer back as a stream. */
export function answerTransport(): DefaultChatTransport<IlsonMessage> {
  return new DefaultChatTransport<IlsonMessage>({
    api: '/api/answer',
    credentials: 'same-origin',
    prepareSendMessagesRequest: ({ messages, body }) => ({ body: { ...body, messages: messages.map(asSent) } }),
  })
}

/** Returns a message as it is sent: of an answer only its text, since the server made the rest itself. */
export function asSent(message: IlsonMessage): Pick<IlsonMessage, 'id' | 'role' | 'parts'> {
  const { id, role, parts } = message
  const sent = role === 'assistant' ? parts.filter((part) => part.type === 'text') : parts
  return { id, role, parts: sent.map((part) => (part.type === 'text' ? { type: 'text', text: part.text } : part)) }
}
