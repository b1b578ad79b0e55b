import type { JSX } from 'react'
import type { Role, Signature } from '@/shared/official/model'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Choice } from '@/shared/ui/Choice'
import { Field } from '@/shared/ui/Field'
import { Icon } from '@/shared/ui/Icon'

const roles: readonly Role[] = ['drafter', 'reviewer', 'approver', 'cooperator']

interface SignatureRowsProps {
  signatures: readonly Signature[]
  onChange: (signatures: Signature[]) => void
}

/** Who drafts, reviews, approves and cooperates. */
export function SignatureRows({ signatures, onChange }: SignatureRowsProps): JSX.Element {
  const marks = ['', t('official.mark_delegated'), t('official.mark_acting')].map((id) => ({ id, label: id === '' ? t('draft.mark_none') : id }))
  const write = (place: number, part: Partial<Signature>): void => {
    onChange(signatures.map((entry, at) => (at === place ? { ...entry, ...part } : entry)))
  }
  const next = roles[Math.min(signatures.length, roles.length - 1)] ?? 'drafter'
  return (
    <fieldset className="group">
      <legend className="field-label">{t('draft.signatures')}</legend>
      {signatures.map((entry, at) => (
        <div className="row row-wrap" key={at}>
          <Choice label={t('draft.sign_role', { n: at + 1 })} value={entry.role} options={roles.map((id) => ({ id, label: t(`draft.${id}`) }))} onChoose={(role) => { write(at, { role }) }} />
          <Field label={t('draft.sign_title', { n: at + 1 })} place={`signatures[${at}].title`} value={entry.title} onChange={(title) => { write(at, { title }) }} />
          <Field label={t('draft.sign_name', { n: at + 1 })} place={`signatures[${at}].name`} value={entry.name} onChange={(name) => { write(at, { name }) }} />
          <Choice label={t('draft.sign_mark', { n: at + 1 })} value={entry.mark} options={marks} onChoose={(mark) => { write(at, { mark }) }} />
          <button type="button" className="icon-button" aria-label={t('draft.sign_remove', { n: at + 1 })} onClick={() => { onChange(signatures.filter((_, place) => place !== at)) }}>
            <Icon name="close" size={18} />
          </button>
        </div>
      ))}
      <Act weight="quiet" icon="plus" onPress={() => { onChange([...signatures, { role: next, title: '', name: '', mark: '' }]) }}>{t('draft.sign_add')}</Act>
    </fieldset>
  )
}
