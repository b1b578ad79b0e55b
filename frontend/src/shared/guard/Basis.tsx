import { useId, useState, type JSX } from 'react'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

/** On what a rule rests, behind a small button. */
export function Basis({ of, basis, note = '' }: { of: string; basis: string; note?: string }): JSX.Element | null {
  const [open, setOpen] = useState(false)
  const id = useId()
  const words = [basis, note].filter((each) => each !== '')
  if (words.length === 0) return null
  return (
    <>
      <button type="button" className="icon-button basis-button" aria-label={t('guard.basis_of', { of })} aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open) }}>
        <Icon name="info" size={18} />
      </button>
      <p className="basis" id={id} hidden={!open}>{t('guard.basis', { basis: words.join(' · ') })}</p>
    </>
  )
}
