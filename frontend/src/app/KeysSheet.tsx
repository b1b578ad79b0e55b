import type { JSX } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components'
import { t, type TextKey } from '@/shared/text/text'
import { Sheet } from '@/shared/ui/Sheet'

const keys: readonly (readonly [string, TextKey])[] = [
  ['/', 'keys.focus'],
  ['Enter', 'keys.send'],
  ['Shift + Enter', 'keys.newline'],
  ['Esc', 'keys.stop'],
  ['Alt + →', 'keys.deeper'],
  ['Alt + ←', 'keys.shallower'],
  ['↑ ↓', 'keys.found'],
  ['?', 'keys.help'],
]

interface KeysProps {
  open: boolean
  onClose: () => void
  singleKeys: boolean
  onSingleKeys: (on: boolean) => void
}

/** How the page is used, and its shortcuts with the switch that turns those of one character off. */
export function KeysSheet({ open, onClose, singleKeys, onSingleKeys }: KeysProps): JSX.Element {
  return (
    <Sheet title={t('keys.title')} open={open} onClose={onClose}>
      <h3>{t('keys.how')}</h3>
      <ul className="plain-list">
        <li>{t('keys.how_files')}</li>
        <li>{t('keys.how_sources')}</li>
        <li>{t('keys.how_onnara')}</li>
      </ul>
      <h3>{t('keys.heading')}</h3>
      <dl className="keys">
        {keys.map(([key, meaning]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(meaning)}</dd></div>)}
      </dl>
      <SwitchField isSelected={singleKeys} onChange={onSingleKeys}>
        <SwitchButton className="switch">
          <span className="switch-track" aria-hidden="true"><span className="switch-knob" /></span>
          {t('keys.switch')}
        </SwitchButton>
      </SwitchField>
      <p className="sheet-small">{t('keys.switch_note')}</p>
    </Sheet>
  )
}
