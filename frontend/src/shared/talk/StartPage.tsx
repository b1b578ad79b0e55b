import type { JSX } from 'react'
import { Act } from '@/shared/ui/Act'
import { Icon, type IconName } from '@/shared/ui/Icon'

interface StartPageProps {
  icon: IconName
  title: string
  body: string
  example: string
  note: string
  onExample: () => void
}

/** The empty page of a work: what it is for, and an example that runs with a click. */
export function StartPage({ icon, title, body, example, note, onExample }: StartPageProps): JSX.Element {
  return (
    <div className="start">
      <span className="start-icon"><Icon name={icon} size={28} /></span>
      <h2 className="start-title">{title}</h2>
      <p className="start-body">{body}</p>
      <Act onPress={onExample}>{example}</Act>
      <p className="start-note">{note}</p>
    </div>
  )
}
