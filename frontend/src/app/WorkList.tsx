import { useEffect, useRef, useState, type JSX } from 'react'
import { titleOf, type Work } from './works'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'
import { Sheet } from '@/shared/ui/Sheet'

interface WorkListProps {
  works: readonly Work[]
  shown: number | null
  onShow: (id: number | null) => void
  onClose: (id: number) => void
}

/** The tasks opened in this window; they vanish with it. */
export function WorkList({ works, shown, onShow, onClose }: WorkListProps): JSX.Element {
  const [closing, setClosing] = useState<Work | null>(null)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) // on a narrow window they stand in a row
  }, [shown, works.length])
  const close = (work: Work): void => {
    if (work.atStake) setClosing(work)
    else onClose(work.id)
  }
  const confirm = (): void => {
    if (closing !== null) onClose(closing.id)
    setClosing(null)
  }
  return (
    <nav className="works" aria-label={t('works.title')}>
      <h2 className="zone-title">{t('works.title')}</h2>
      <Act weight="secondary" icon="plus" onPress={() => { onShow(null) }}>{t('works.new')}</Act>
      <ul className="works-list" ref={list}>
        {works.map((work) => (
          <li key={work.id} className="works-item">
            <button type="button" className="works-open" aria-current={work.id === shown ? 'page' : undefined} onClick={() => { onShow(work.id) }}>
              <Icon name={work.task} size={18} />
              <span className="works-name" title={titleOf(work)}>{titleOf(work)}</span>
            </button>
            <button type="button" className="icon-button" aria-label={t('works.close', { title: titleOf(work) })} onClick={() => { close(work) }}>
              <Icon name="close" size={16} />
            </button>
          </li>
        ))}
      </ul>
      <p className="works-note">{t('works.vanish')}</p>
      <Sheet
        alert
        title={t('works.close_title')}
        open={closing !== null}
        onClose={() => { setClosing(null) }}
        foot={<><Act onPress={() => { setClosing(null) }}>{t('app.cancel')}</Act><Act weight="primary" onPress={confirm}>{t('works.close_confirm')}</Act></>}
      >
        <p>{t('works.close_body')}</p>
      </Sheet>
    </nav>
  )
}
