import type { JSX, Ref } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Act } from './Act'

interface PickProps {
  /** What is read on the button. */
  label: string
  onFiles: (files: File[]) => void
  /** What is heard of it where there are several such buttons. */
  name?: string
  weight?: 'secondary' | 'quiet'
  ref?: Ref<HTMLButtonElement>
}

/** A button that lets the official pick files. */
export function FilePick({ label, onFiles, name, weight = 'quiet', ref }: PickProps): JSX.Element {
  return (
    <FileTrigger allowsMultiple onSelect={(files) => { onFiles([...(files ?? [])]) }}>
      <Act weight={weight} icon="clip" onPress={() => undefined} {...(name === undefined ? {} : { label: name })} {...(ref === undefined ? {} : { ref })}>{label}</Act>
    </FileTrigger>
  )
}
