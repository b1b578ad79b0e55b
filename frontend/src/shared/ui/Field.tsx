import type { JSX, RefObject } from 'react'
import { Input, Label, Text, TextArea, TextField } from 'react-aria-components'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  /** More than one line of text. */
  rows?: number
  hiddenLabel?: boolean
  field?: RefObject<HTMLTextAreaElement | null>
  type?: 'text' | 'number'
  /** The most characters that it takes. */
  most?: number
  /** Whether the document cannot do without it; the label says so too. */
  needed?: boolean
  /** The place of the document that is written here, so that a finding can lead to it. */
  place?: string
}

/** A labelled field for one line of text, or for several. */
export function Field({ label, value, onChange, hint, rows, hiddenLabel = false, type = 'text', field, most, needed = false, place }: FieldProps): JSX.Element {
  return (
    <TextField className="field" value={value} onChange={onChange} type={type} isRequired={needed} validationBehavior="aria" {...(most === undefined ? {} : { maxLength: most })}>
      <Label className={hiddenLabel ? 'unseen' : 'field-label'}>{label}</Label>
      {rows === undefined ? <Input className="field-input" data-place={place} /> : <TextArea className="field-input" rows={rows} data-place={place} {...(field === undefined ? {} : { ref: field })} />}
      {hint !== undefined && <Text slot="description" className="field-hint">{hint}</Text>}
    </TextField>
  )
}
