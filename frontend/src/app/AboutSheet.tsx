import type { JSX } from 'react'
import { useSession } from '@/shared/api/here'
import { t } from '@/shared/text/text'
import { Sheet } from '@/shared/ui/Sheet'

/** What is kept and what is not, in words. */
export function AboutSheet({ open, onClose }: { open: boolean; onClose: () => void }): JSX.Element {
  const { version } = useSession()
  return (
    <Sheet title={t('about.title')} open={open} onClose={onClose}>
      <p>{t('about.memory')}</p>
      <p>{t('about.server')}</p>
      <p>{t('about.masked')}</p>
      <p>{t('about.draft')}</p>
      <p className="sheet-small">{t('about.version', { version })}<br />{t('about.font')}</p>
    </Sheet>
  )
}
