import { known, parseFailure, type Failure } from './failure'

/** What a call gives: a value, or the reason why there is none. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure }

/** Calls the server and reads its answer; a refused call and a broken line both come back as a failure. */
export async function call<T>(path: string, init: RequestInit, read: (answer: Response) => Promise<T>): Promise<Outcome<T>> {
  try {
    const answer = await fetch(path, { cache: 'no-store', credentials: 'same-origin', ...init })
    if (!answer.ok) return { ok: false, failure: parseFailure(await answer.text()) }
    return { ok: true, value: await read(answer) }
  } catch {
    return { ok: false, failure: known('network_down', true) }
  }
}

/** Reads an answer as JSON of a type that the server promises. */
export async function asJson<T>(answer: Response): Promise<T> {
  return (await answer.json()) as T
}
