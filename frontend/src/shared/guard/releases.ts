import { useState } from 'react'
import type { Release } from '@/shared/api/types'

/** What the official lets pass in one conversation. */
export interface Releases {
  list: readonly Release[]
  add: (release: Release) => void
  take: (value: Pick<Release, 'type' | 'value'>) => void
  clear: () => void
}

/** Holds in memory what the official lets pass. */
export function useReleases(first: readonly Release[] = []): Releases {
  const [list, setList] = useState(first)
  return {
    list,
    add: (release) => { setList((before) => [...without(before, release), release]) },
    take: (value) => { setList((before) => without(before, value)) },
    clear: () => { setList((before) => (before.length === 0 ? before : [])) },
  }
}

/** Returns the release of a value, or undefined; the same number written in another way is the same value. */
export function releaseOf(list: readonly Release[], value: Pick<Release, 'type' | 'value'>): Release | undefined {
  return list.find((each) => same(each, value))
}

function without(list: readonly Release[], value: Pick<Release, 'type' | 'value'>): Release[] {
  return list.filter((each) => !same(each, value))
}

function same(one: Pick<Release, 'type' | 'value'>, other: Pick<Release, 'type' | 'value'>): boolean {
  return one.type === other.type && plain(one.value) === plain(other.value)
}

/** Returns a value without what may stand between its letters and digits. */
function plain(value: string): string {
  return value.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}
