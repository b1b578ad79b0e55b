import { asJson, call, type Outcome } from './call'
import type { Session } from './types'

/** Gets who is at work and what this server offers. */
export function loadSession(): Promise<Outcome<Session>> {
  return call('/api/session', {}, (answer) => asJson<Session>(answer))
}
