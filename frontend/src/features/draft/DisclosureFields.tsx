import type { JSX } from 'react'
import { t } from '@/shared/text/text'
import { Choice } from '@/shared/ui/Choice'

const clauses = ['1', '2', '3', '4', '5', '6', '7', '8'] as const

/** Whether the document is open, and if not, by which clauses of the law. */
export function DisclosureFields({ disclosure, onChange }: { disclosure: string; onChange: (disclosure: string) => void }): JSX.Element {
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
