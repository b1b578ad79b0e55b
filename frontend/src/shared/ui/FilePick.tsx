import type { JSX } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Act } from './Act'

/** A button that lets the official pick files. */
export function FilePick({ label, onFiles }: { label: string; onFiles: (files: File[]) => void }): JSX.Element {
  return (
    <FileTrigger allowsMultiple onSelect={(files) => { onFiles([...(files ?? [])]) }}>
      <Act weight="quiet" icon="clip" onPress={() => undefined}>{label}</Act>
    </FileTrigger>
  )
}
