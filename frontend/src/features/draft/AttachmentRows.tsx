import type { JSX } from 'react'
import type { Attachment } from '@/shared/official/model'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Field } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'

interface AttachmentRowsProps {
  attachments: readonly Attachment[]
  onChange: (attachments: Attachment[]) => void
}

/** What is attached to the document: a name and a number of copies each. */
export function AttachmentRows({ attachments, onChange }: AttachmentRowsProps): JSX.Element {
  const write = (place: number, part: Partial<Attachment>): void => {
    onChange(attachments.map((entry, at) => (at === place ? { ...entry, ...part } : entry)))
  }
  return (
    <fieldset className="group">
      <legend className="field-label">{t('draft.attachments')}</legend>
      {attachments.map((entry, at) => (
        <div className="row" key={at}>
          <Field hiddenLabel label={t('draft.attachment_name', { n: at + 1 })} place={`attachments[${at}]`} value={entry.name} onChange={(name) => { write(at, { name }) }} />
          <div className="row-short">
            <Field hiddenLabel type="number" label={t('draft.attachment_copies_n', { n: at + 1 })} value={String(entry.copies)} onChange={(text) => { write(at, { copies: Math.max(0, Math.trunc(Number(text)) || 0) }) }} />
            <span aria-hidden="true">{t('official.copies', { n: '' })}</span>
          </div>
          <button type="button" className="icon-button" aria-label={t('draft.attachment_remove', { n: at + 1 })} onClick={() => { onChange(attachments.filter((_, place) => place !== at)) }}>
            <Icon name="close" size={18} />
          </button>
        </div>
      ))}
      <Act weight="quiet" icon="plus" onPress={() => { onChange([...attachments, { name: '', copies: 1 }]) }}>{t('draft.attachment_add')}</Act>
    </fieldset>
  )
}
