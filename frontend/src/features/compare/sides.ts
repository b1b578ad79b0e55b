import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Contents } from '@/shared/api/contents'
import type { Limits } from '@/shared/api/types'
import { addedAs, readAttachment, sizeOf, type Added, type Attachment } from '@/shared/talk/attachments'
import { t } from '@/shared/text/text'

export const sideNames = ['old', 'new'] as const

/** The version that is in force, or the one that is proposed. */
export type Side = (typeof sideNames)[number]

export type SideFiles = Readonly<Record<Side, Attachment | null>>

/** What is told of the files that were put last; it is bad where one was not taken. */
export interface Notice {
  text: string
  bad: boolean
}

export interface Sides {
  files: SideFiles
  notice: Notice
  /** Puts files on a side, or where there is room; two at once take both sides. */
  put: (files: readonly File[], side: Side | null) => void
  remove: (side: Side) => void
  retry: (side: Side) => void
  swap: () => void
}

const silent: Notice = { text: '', bad: false }

/** Keeps the two versions in memory and has the server read each. */
export function useSides(limits: Limits, seed: readonly File[]): Sides {
  const [files, setFiles] = useState<SideFiles>({ old: null, new: null })
  const [notice, setNotice] = useState(silent)
  const reads = useRef(new Map<number, AbortController>())
  const last = useRef(0)
  useEffect(() => {
    const running = reads.current
    return () => { running.forEach((reading) => { reading.abort() }) }
  }, [])

  const read = async (added: Added, contents: Contents): Promise<void> => {
    const reading = new AbortController()
    reads.current.set(added.id, reading)
    const settled = await readAttachment(added, contents, reading.signal)
    reads.current.delete(added.id)
    setFiles((before) => withFile(before, settled))
  }
  const forget = (side: Side): void => { reads.current.get(files[side]?.id ?? 0)?.abort() }
  const put = (given: readonly File[], side: Side | null): void => {
    const fitting = given.filter((file) => file.size <= limits.file_bytes)
    const { places, told } = arrange(fitting, side, files)
    const large = given.find((file) => !fitting.includes(file))
    setNotice(large === undefined ? told : { text: t('files.too_large', { name: large.name, size: sizeOf(limits.file_bytes) }), bad: true })
    sideNames.forEach((name) => {
      const file = places[name]
      if (file === undefined) return
      forget(name)
      const added = addedAs((last.current += 1), file)
      setFiles((before) => ({ ...before, [name]: { ...added, state: 'reading' } }))
      void read(added, file)
    })
  }
  const start = useEffectEvent(() => { if (seed.length > 0) put(seed, null) })
  useEffect(() => { start() }, [])
  return {
    files,
    notice,
    put,
    remove: (side) => {
      forget(side)
      setNotice(silent)
      setFiles({ ...files, [side]: null })
    },
    retry: (side) => {
      const failed = files[side]
      if (failed?.state !== 'failed' || failed.contents === null) return
      const { id, name, origin, file, contents } = failed
      setFiles({ ...files, [side]: { id, name, origin, file, state: 'reading' } })
      void read({ id, name, origin, file }, contents)
    },
    swap: () => {
      setNotice(silent)
      setFiles({ old: files.new, new: files.old })
    },
  }
}

function withFile(files: SideFiles, settled: Attachment): SideFiles {
  const side = sideNames.find((name) => files[name]?.id === settled.id) // it may have changed sides meanwhile
  return side === undefined ? files : { ...files, [side]: settled }
}

/** Returns which file goes where: one to its side or the first that is free, two to both sides, the one changed earlier as the old one. */
export function arrange(given: readonly File[], side: Side | null, now: SideFiles): { places: Partial<Record<Side, File>>; told: Notice } {
  const [first, second] = given.length > 1 ? given.toSorted((one, other) => one.lastModified - other.lastModified) : given
  if (first === undefined) return { places: {}, told: silent }
  if (given.length > 2) return { places: {}, told: { text: t('compare.two_at_most'), bad: true } }
  if (second !== undefined) return { places: { old: first, new: second }, told: { text: t('compare.by_age'), bad: false } }
  const free = side ?? sideNames.find((name) => now[name] === null)
  return free === undefined ? { places: {}, told: { text: t('compare.both_full'), bad: true } } : { places: { [free]: first }, told: silent }
}
