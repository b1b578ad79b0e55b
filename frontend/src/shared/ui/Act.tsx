import type { JSX, ReactNode, Ref } from 'react'
import { Button } from 'react-aria-components'
import { Icon, type IconName } from './Icon'

interface ActProps {
  children: ReactNode
  onPress: () => void
  weight?: 'primary' | 'secondary' | 'quiet'
  icon?: IconName
  label?: string
  disabled?: boolean
  describedBy?: string
  /** Whether what it opens is open; null where it opens nothing. */
  expanded?: boolean | null
  ref?: Ref<HTMLButtonElement>
}

/** A button: a word, and an icon before it where that helps. */
export function Act({ children, onPress, weight = 'secondary', icon, label, disabled = false, describedBy, expanded = null, ref }: ActProps): JSX.Element {
  return (
    <Button
      className={`act act-${weight}`}
      {...(icon === undefined ? {} : { 'data-icon': icon })}
      onPress={onPress}
      isDisabled={disabled}
      {...(expanded === null ? {} : { 'aria-expanded': expanded })}
      {...(ref === undefined ? {} : { ref })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="act-word">{children}</span>
    </Button>
  )
}
