import type { JSX } from 'react'
import { SignatureRows } from './SignatureRows'
import type { LineField, OfficialDocument } from '@/shared/official/model'
import { t, type TextKey } from '@/shared/text/text'
import { Choice } from '@/shared/ui/Choice'
import { Field } from '@/shared/ui/Field'
import { Fold } from '@/shared/ui/Fold'

const clauses = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

interface FoldedProps {
  document: OfficialDocument
  internal: boolean
  onChange: (part: Partial<OfficialDocument>) => void
}

/** The fields that not every document needs: head and closing, contact, disclosure. */
export function FoldedFields({ document, internal, onChange }: FoldedProps): JSX.Element {
  const line = (field: LineField, label: TextKey, hint?: TextKey): JSX.Element => (
    <Field label={t(label)} value={document[field]} onChange={(text) => { onChange({ [field]: text }) }} {...(hint === undefined ? {} : { hint: t(hint) })} />
  )
  return (
    <>
      <Fold title={t('draft.more')}>
        {line('agency', 'draft.agency')}
        {line('via', 'draft.via')}
        {!internal && line('sender', 'draft.sender', 'draft.sender_hint')}
        {!internal && <Choice label={t('draft.seal')} value={document.seal} options={seals()} onChoose={(seal) => { onChange({ seal }) }} />}
        <SignatureRows signatures={document.signatures} onChange={(signatures) => { onChange({ signatures }) }} />
        {line('number', 'draft.number')}
        {line('date', 'draft.date', 'draft.date_hint')}
      </Fold>
      <Fold title={t('draft.contact')}>
        {line('address', 'draft.address')}
        {line('homepage', 'draft.homepage')}
        {line('phone', 'draft.phone')}
        {line('fax', 'draft.fax')}
        {line('email', 'draft.email')}
      </Fold>
      <Fold title={t('draft.open')}>
        <DisclosureFields disclosure={document.disclosure} onChange={(disclosure) => { onChange({ disclosure }) }} />
        {line('summary', 'draft.summary')}
        <Field
          label={t('draft.keywords')}
          hint={t('draft.keywords_hint')}
          value={document.keywords.join(',')}
          onChange={(text) => { onChange({ keywords: text === '' ? [] : text.split(',') }) }}
        />
      </Fold>
    </>
  )
}

function DisclosureFields({ disclosure, onChange }: { disclosure: string; onChange: (disclosure: string) => void }): JSX.Element {
  const kinds = [t('official.disclosure_open'), t('official.disclosure_part'), t('official.disclosure_closed')]
  const kind = disclosure.replace(/\(.*$/, '').trim() || (kinds[0] ?? '')
  const chosen = clauses.filter((clause) => disclosure.includes(clause))
  const write = (next: string, told: readonly string[]): void => { onChange(next === kinds[0] || told.length === 0 ? next : `${next}(${told.join(',')})`) }
  return (
    <>
      <Choice label={t('draft.disclosure')} value={kind} options={kinds.map((id) => ({ id, label: id }))} onChoose={(next) => { write(next, chosen) }} />
      {kind !== kinds[0] && (
        <fieldset className="group">
          <legend className="field-label">{t('draft.clauses')}</legend>
          <p className="field-hint">{t('draft.clauses_hint')}</p>
          {clauses.map((clause) => (
            <label key={clause}>
              <input type="checkbox" checked={chosen.includes(clause)} onChange={(event) => { write(kind, clauses.filter((each) => (each === clause ? event.target.checked : chosen.includes(each)))) }} />
              {` ${t(`clauses.${clause}`)}`}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}

function seals(): { id: string; label: string }[] {
  return ['', t('official.seal_omitted'), t('official.sign_omitted')].map((id) => ({ id, label: id === '' ? t('draft.seal_none') : id }))
}
