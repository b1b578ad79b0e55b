import { useEffect, useState, type ComponentType, type JSX } from 'react'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

type Page = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; Guard: ComponentType }

/** The page of the guard's rules, loaded when it is first wished for: few need it. */
export function Rules(): JSX.Element {
  const [page, setPage] = useState<Page>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let here = true
    const settle = (settled: Page): void => { if (here) setPage(settled) }
    import('@/features/guard/Guard').then(
      (loaded) => { settle({ state: 'ready', Guard: loaded.default }) },
      () => { settle({ state: 'failed' }) },
    )
    return () => { here = false }
  }, [attempt])
  switch (page.state) {
    case 'loading':
      return <p className="gate" role="status">{t('rules.loading')}</p>
    case 'failed':
      return (
        <div className="gate">
          <p role="alert">{t('errors.network_down')}</p>
          <Act weight="primary" icon="retry" onPress={() => { setPage({ state: 'loading' }); setAttempt(attempt + 1) }}>{t('app.retry')}</Act>
        </div>
      )
    case 'ready':
      return <page.Guard />
  }
}
