import { useEffect, useRef, useState } from 'react'
import { contentsOf, type Contents } from '@/shared/api/contents'
import { readDocument } from '@/shared/api/documents'
import type { Failure } from '@/shared/api/failure'
import type { Limits, ReadDocument } from '@/shared/api/types'
import { figure, t } from '@/shared/text/text'

/** A file that the official added, and how far it is read. */
/** `file` is what the official picked, as long as it can be looked at again. */
export type Attachment = { id: number; name: string; origin: string; file: File | null } & (
  | { state: 'reading' }
  | { state: 'ready'; document: ReadDocument }
  | { state: 'failed'; contents: Contents | null; failure: Failure }
)

export interface Attachments {
  files: Attachment[]
  /** Why the last files were not taken; empty when all were. */
  notice: string
  add: (files: readonly File[]) => void
  remove: (id: number) => void
  retry: (id: number) => void
  /** Takes out what was sent; a file that could not be read stays, with its reason. */
  sent: () => void
  /** Sets the files aside and shows these documents instead, until `bringBack` or `sent`. */
  swap: (documents: readonly ReadDocument[]) => void
  bringBack: () => void
}

/** What is known of a file before it is read. */
export type Added = Pick<Attachment, 'id' | 'name' | 'origin' | 'file'>

/** Keeps the files of one question in memory and has the server read each. */
export function useAttachments(limits: Limits): Attachments {
  const [all, setAll] = useState<Attachment[]>([])
  const [aside, setAside] = useState<ReadonlySet<number> | null>(null)
  const files = all.filter((each) => aside?.has(each.id) !== true)
  const [notice, setNotice] = useState('')
  const reads = useRef(new Map<number, AbortController>())
  const last = useRef(0)
  const next = (): number => (last.current += 1)

  useEffect(() => {
    const running = reads.current
    return () => { running.forEach((reading) => { reading.abort() }) }
  }, [])

  const read = async (added: Added, first: Contents): Promise<void> => {
    const reading = new AbortController()
    reads.current.set(added.id, reading)
    const settled = await readAttachment(added, first, reading.signal)
    reads.current.delete(added.id)
    setAll((before) => before.map((each) => (each.id === added.id ? settled : each)))
  }
  const add = (added: readonly File[]): void => {
    const known = new Set(files.flatMap((each) => (each.state === 'failed' ? [] : [each.origin])))
    const fresh = added.filter((file, at) => !known.has(originOf(file)) && added.findIndex((each) => originOf(each) === originOf(file)) === at)
    const fitting = fresh.filter((file) => file.size <= limits.file_bytes)
    const taken = fitting.slice(0, Math.max(0, limits.files - files.length))
    setNotice(whyNotTaken({ added, fresh, fitting, taken }, limits))
    const rows = taken.map((file) => ({ row: addedAs(next(), file), file }))
    setAll((before) => [...before, ...rows.map(({ row }): Attachment => ({ ...row, state: 'reading' }))])
    rows.forEach(({ row, file }) => void read(row, file))
  }
  const remove = (id: number): void => {
    reads.current.get(id)?.abort()
    setNotice('')
    setAll((before) => before.filter((each) => each.id !== id))
  }
  const retry = (id: number): void => {
    const failed = files.find((each) => each.id === id)
    if (failed?.state !== 'failed' || failed.contents === null) return
    const { name, origin, file, contents } = failed
    const added = { id, name, origin, file }
    setAll((before) => before.map((each) => (each.id === id ? { ...added, state: 'reading' } : each)))
    void read(added, contents)
  }
  const leaveOnly = (stays: (file: Attachment) => boolean): void => {
    all.filter((each) => !stays(each)).forEach(({ id }) => { reads.current.get(id)?.abort() })
    setNotice('')
    setAside(null)
    setAll((before) => before.filter(stays))
  }
  const isAside = ({ id }: Attachment): boolean => aside?.has(id) === true
  const sent = (): void => { leaveOnly((each) => isAside(each) || each.state === 'failed') }
  const bringBack = (): void => { leaveOnly(isAside) }
  const swap = (documents: readonly ReadDocument[]): void => {
    const kept = aside === null ? all : all.filter(isAside)
    const shown = documents.map((document): Attachment => ({ id: next(), name: document.name, origin: '', file: null, state: 'ready', document }))
    setNotice('')
    setAside(new Set(kept.map((each) => each.id)))
    setAll([...kept, ...shown])
  }
  return { files, notice, add, remove, retry, sent, swap, bringBack }
}

/** Has the server read a file; where it cannot, what a later attempt would send is kept. */
export async function readAttachment(added: Added, first: Contents, signal: AbortSignal): Promise<Attachment> {
  const before = await stillThere(first)
  const outcome = before === null ? { ok: false as const, failure: changed() } : await readDocument(added.name, before, signal)
  if (outcome.ok) return { ...added, state: 'ready', document: outcome.value }
  const contents = before === null ? null : await stillThere(before) // a file may change while it is sent
  return { ...added, state: 'failed', contents, failure: contents === null ? changed() : outcome.failure }
}

/** Returns a file as it stands before it is read. */
export function addedAs(id: number, file: File): Added {
  return { id, name: file.name, origin: originOf(file), file }
}

/** Returns what can be sent of a file, or null where it changed since it was added. */
async function stillThere(contents: Contents): Promise<Contents | null> {
  return contents instanceof File ? contentsOf(contents) : contents
}

function changed(): Failure {
  return { code: 'file_changed', sentence: t('files.changed'), retry: false, rules: [], told: [] }
}

/** Returns the documents of the files that were read. */
export function readyDocuments(files: readonly Attachment[]): ReadDocument[] {
  return files.flatMap((file) => (file.state === 'ready' ? [file.document] : []))
}

/** Returns a number of bytes as people say it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return t('files.bytes', { n: figure(bytes) })
  if (bytes < 1024 * 1024) return t('files.kilobytes', { n: figure(bytes / 1024) })
  return t('files.megabytes', { n: figure(bytes / 1024 / 1024) })
}

/** Returns what tells a file of the official's computer from another; the page never sees where it lies. */
function originOf(file: File): string {
  return [file.name, file.size, file.lastModified].join(' ')
}

function whyNotTaken({ added, fresh, fitting, taken }: Record<'added' | 'fresh' | 'fitting' | 'taken', readonly File[]>, limits: Limits): string {
  const twice = added.filter((file) => !fresh.includes(file))
  const large = fresh.filter((file) => !fitting.includes(file))
  const reasons = [
    ...twice.map((file) => t('files.twice', { name: file.name })),
    ...large.map((file) => t('files.too_large', { name: file.name, size: sizeOf(limits.file_bytes) })),
  ]
  if (taken.length < fitting.length) reasons.push(t('files.too_many', { n: limits.files }))
  return reasons.join(' ')
}
