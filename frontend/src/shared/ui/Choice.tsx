import type { JSX } from 'react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from './Icon'

/** One thing to choose, with what it means. */
export interface Option<T extends string> {
  id: T
  label: string
  detail?: string
  /** Whether it cannot be chosen now; the detail says why. */
  off?: boolean
}

interface ChoiceProps<T extends string> {
  label: string
  options: readonly Option<T>[]
  value: T
  onChoose: (value: T) => void
  compact?: boolean
}

/** A labelled choice of one out of a few. */
export function Choice<T extends string>({ label, options, value, onChoose, compact = false }: ChoiceProps<T>): JSX.Element {
  const choose = (key: unknown): void => {
    const chosen = options.find((option) => option.id === key)
    if (chosen !== undefined) onChoose(chosen.id)
  }
  return (
    <Select className={compact ? 'choice choice-compact' : 'choice'} value={value} onChange={choose}>
      <Label className="choice-label">{label}</Label>
      <Button className="choice-button">
        <SelectValue className="choice-value">{options.find((option) => option.id === value)?.label}</SelectValue>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="choice-list" placement="bottom start">
        <ListBox items={options}>
          {(option) => (
            <ListBoxItem className="choice-item" textValue={option.label} isDisabled={option.off === true}>
              <span className="choice-name">{option.label}</span>{' '}
              {option.detail !== undefined && <span className="choice-detail">{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  )
}
