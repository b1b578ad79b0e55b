import { createContext, useContext } from 'react'
import type { Session } from './types'

/** Who is at work and what this server offers, for every screen. */
export const SessionHere = createContext<Session | null>(null)

/** Returns the session; screens are shown only once there is one. */
export function useSession(): Session {
  const session = useContext(SessionHere)
  if (session === null) throw new Error('a screen was shown before the session was loaded')
  return session
}
