import type { JSX } from 'react'
import { themes, useTheme } from './theme'
import { useSession } from '@/shared/api/here'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Choice } from '@/shared/ui/Choice'

interface HeaderProps {
  onHome: () => void
  /** Opens the page of the guard's rules. */
  onRules: () => void
  onHelp: () => void
  /** Null where the screen itself tells it. */
  onAbout: (() => void) | null
}

/** The bar at the top: whose desk this is, and what concerns every screen. */
export function Header({ onHome, onRules, onHelp, onAbout }: HeaderProps): JSX.Element {
  const { agency, official } = useSession()
  const [theme, setTheme] = useTheme()
  return (
    <header className="bar">
      <button type="button" className="brand" onClick={onHome}>
        <span className="brand-mark" aria-hidden="true" />
        <span className="brand-agency">{agency}</span>{' '}
        <span className="brand-name">{t('app.name')}</span>{' '}
        <span className="unseen">{t('app.home')}</span>
      </button>
      <div className="bar-rest">
        {onAbout !== null && <Act weight="quiet" icon="shield" onPress={onAbout}>{t('app.about')}</Act>}
        <Act weight="quiet" icon="guard" onPress={onRules}>{t('tasks.guard')}</Act>
        <Act weight="quiet" icon="help" onPress={onHelp}>{t('app.help')}</Act>
        <Choice compact label={t('theme.label')} value={theme} options={themes.map((id) => ({ id, label: t(`theme.${id}`) }))} onChoose={setTheme} />
        <span className="bar-official">{t('app.official', { name: official.name, department: official.department })}</span>
      </div>
    </header>
  )
}
