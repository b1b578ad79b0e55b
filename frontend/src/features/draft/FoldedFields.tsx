import type { JSX } from 'react'
import { FieldOf } from './FieldsOfType'
import type { Change, DraftForm } from './form'
import type { FormField } from '@/shared/official/look'
import { t } from '@/shared/text/text'
import { Fold } from '@/shared/ui/Fold'

const folds = {
  rest: ['to', 'title', 'body', 'attachments'],
  more: ['agency', 'via', 'sender', 'seal', 'signatures', 'number', 'date'],
  contact: ['address', 'homepage', 'phone', 'fax', 'email'],
  open: ['disclosure', 'summary', 'keywords'],
} as const satisfies Record<string, readonly FormField[]>

interface FoldedProps {
  form: DraftForm
  onChange: Change
  /** The fields that the type shows unfolded. */
  shown: readonly FormField[]
}

/** The fields that this type of document seldom needs. */
export function FoldedFields({ form, onChange, shown }: FoldedProps): JSX.Element {
  return (
    <>
      {(['rest', 'more', 'contact', 'open'] as const).map((fold) => {
        const fields = folds[fold].filter((name) => !shown.includes(name))
        return fields.length > 0 && (
          <Fold key={fold} title={t(`draft.${fold}`)}>
            {fields.map((name) => <FieldOf key={name} name={name} form={form} onChange={onChange} />)}
          </Fold>
        )
      })}
    </>
  )
}
