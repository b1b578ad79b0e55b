import { isErrorCode, t, type ErrorCode } from '@/shared/text/text'

/** Why something did not work, in words for the official. */
export interface Failure {
  code: string
  sentence: string
  retry: boolean
  /** The rules of the agency that stopped it, by name. */
  rules: readonly string[]
  /** What each of them found, and on what it rests. */
  told: readonly Told[]
}

/** What one rule found. */
export interface Told {
  rule: string
  action: string
  why: string
  basis: string
}

/** Returns the failure that an error carries: the server's own JSON, a broken connection, or something unforeseen. */
export function readFailure(error: unknown): Failure {
  if (error instanceof TypeError) return known('network_down', true)
  return parseFailure(error instanceof Error ? error.message : '')
}

/** Returns the failure that a body of the server describes. */
export function parseFailure(body: string): Failure {
  const told = readObject(body)
  if (typeof told?.['code'] !== 'string') return known('unexpected', true)
  const code = told['code']
  const retry = told['retry'] === true
  const rules = Array.isArray(told['rules']) ? told['rules'].filter((rule): rule is string => typeof rule === 'string') : []
  const reasons = Array.isArray(told['told']) ? told['told'].map(readTold).filter((each) => each.rule !== '') : []
  if (isErrorCode(code)) return { ...known(code, retry), rules, told: reasons }
  const sentence = typeof told['sentence'] === 'string' ? told['sentence'] : t('errors.unexpected')
  return { code, sentence, retry, rules, told: reasons }
}

/** Returns a failure with the sentence of its code. */
export function known(code: ErrorCode, retry: boolean): Failure {
  return { code, sentence: t(`errors.${code}`), retry, rules: [], told: [] }
}

function readTold(value: unknown): Told {
  const told = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const words = (key: string): string => (typeof told[key] === 'string' ? told[key] : '')
  return { rule: words('rule'), action: words('action'), why: words('why'), basis: words('basis') }
}

function readObject(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}
