import type { Restored } from '@/shared/api/types'

/** A piece of a text: as the model wrote it, or a value that was put back, with what it is. */
export interface Cut {
  words: string
  label: string | null
}

export type Cutter = (text: string) => Cut[]

/** Returns what cuts a text at the values that were put back; of two that begin alike the longer one is taken. */
export function cutter(restored: readonly Restored[]): Cutter {
  const labels = new Map(restored.filter(({ value }) => value !== '').map(({ value, label }) => [value, label]))
  if (labels.size === 0) return (text) => [{ words: text, label: null }]
  const longestFirst = [...labels.keys()].sort((one, other) => other.length - one.length)
  const values = new RegExp(`(${longestFirst.map(literally).join('|')})`)
  return (text) => text.split(values).filter((words) => words !== '').map((words) => ({ words, label: labels.get(words) ?? null }))
}

function literally(value: string): string {
  return value.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
