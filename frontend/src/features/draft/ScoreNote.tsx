import { useId, useState, type JSX } from 'react'
import type { Checked } from './lint'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

/** The expected score in words, with what it means behind a small button. */
export function ScoreNote({ checked }: { checked: Checked }): JSX.Element | null {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (checked.lint === null) return null
  return (
    <div className="score">
      <p className="score-words">{t('lint.score', { n: checked.lint.score })}</p>
      <button type="button" className="icon-button basis-button" aria-label={t('lint.score_means')} aria-expanded={open} aria-controls={id} onClick={() => { setOpen(!open) }}>
        <Icon name="info" size={18} />
      </button>
      <p className="score-note" id={id} hidden={!open}>{t('lint.score_note')}</p>
    </div>
  )
}
