import { useEffect, useRef, useState } from 'react'
import { contentsOf, type Contents } from '@/shared/api/contents'
import { readDocument } from '@/shared/api/documents'
import type { Failure } from '@/shared/api/failure'
import type { Limits, ReadDocument } from '@/shared/api/types'
import { figure, t } from '@/shared/text/text'

/** A file that the official added, and how far it is read. */
export type Attachment = { id: number; name: string } & (
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
  replace: (documents: readonly ReadDocument[]) => void
}

/** Keeps the files of one question in memory and has the server read each. */
export function useAttachments(limits: Limits): Attachments {
  const [files, setFiles] = useState<Attachment[]>([])
  const [notice, setNotice] = useState('')
  const reads = useRef(new Map<number, AbortController>())
  const last = useRef(0)
  const next = (): number => (last.current += 1)

  useEffect(() => {
    const running = reads.current
    return () => { running.forEach((reading) => { reading.abort() }) }
  }, [])

  const read = async (id: number, name: string, first: Contents): Promise<void> => {
    const reading = new AbortController()
    reads.current.set(id, reading)
    const before = await stillThere(first)
    const outcome = before === null ? { ok: false as const, failure: changed() } : await readDocument(name, before, reading.signal)
    const contents = outcome.ok || before === null ? null : await stillThere(before) // a file may change while it is sent
    reads.current.delete(id)
    const settled: Attachment = outcome.ok
      ? { id, name, state: 'ready', document: outcome.value }
      : { id, name, state: 'failed', contents, failure: contents === null ? changed() : outcome.failure }
    setFiles((before) => before.map((each) => (each.id === id ? settled : each)))
  }
  const add = (added: readonly File[]): void => {
    const fitting = added.filter((file) => file.size <= limits.file_bytes)
    const taken = fitting.slice(0, Math.max(0, limits.files - files.length))
    setNotice(whyNotTaken(added, fitting, taken, limits))
    const fresh = taken.map((file) => ({ id: next(), file }))
    setFiles((before) => [...before, ...fresh.map(({ id, file }): Attachment => ({ id, name: file.name, state: 'reading' }))])
    fresh.forEach(({ id, file }) => void read(id, file.name, file))
  }
  const remove = (id: number): void => {
    reads.current.get(id)?.abort()
    setNotice('')
    setFiles((before) => before.filter((each) => each.id !== id))
  }
  const retry = (id: number): void => {
    const failed = files.find((each) => each.id === id)
    if (failed?.state !== 'failed' || failed.contents === null) return
    setFiles((before) => before.map((each) => (each.id === id ? { id, name: each.name, state: 'reading' } : each)))
    void read(id, failed.name, failed.contents)
  }
  const replace = (documents: readonly ReadDocument[]): void => {
    reads.current.forEach((reading) => { reading.abort() })
    setNotice('')
    setFiles(documents.map((document) => ({ id: next(), name: document.name, state: 'ready', document })))
  }
  return { files, notice, add, remove, retry, replace }
}

/** Returns what can be sent of a file, or null where it changed since it was added. */
async function stillThere(contents: Contents): Promise<Contents | null> {
  return contents instanceof File ? contentsOf(contents) : contents
}

function changed(): Failure {
  return { code: 'file_changed', sentence: t('files.changed'), retry: false }
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

function whyNotTaken(added: readonly File[], fitting: readonly File[], taken: readonly File[], limits: Limits): string {
  const large = added.filter((file) => !fitting.includes(file))
  const reasons = large.map((file) => t('files.too_large', { name: file.name, size: sizeOf(limits.file_bytes) }))
  if (taken.length < fitting.length) reasons.push(t('files.too_many', { n: limits.files }))
  return reasons.join(' ')
}
