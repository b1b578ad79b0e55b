import { useEffect, useState, type ComponentType, type JSX } from 'react'
import { t, type TextKey } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface LaterProps<P> {
  /** Must be the same function at every drawing. */
  load: () => Promise<{ default: ComponentType<P> }>
  props: P
  /** What is said meanwhile. */
  loading: TextKey
}

type Loaded<P> = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; Screen: ComponentType<P> }

/** A screen that is loaded when it is first wished for, so that the first visit is light. */
export function Later<P extends object>({ load, props, loading }: LaterProps<P>): JSX.Element {
  const [loaded, setLoaded] = useState<Loaded<P>>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let here = true
    const settle = (settled: Loaded<P>): void => { if (here) setLoaded(settled) }
    load().then(
      (screen) => { settle({ state: 'ready', Screen: screen.default }) },
      () => { settle({ state: 'failed' }) },
    )
    return () => { here = false }
  }, [load, attempt])
  switch (loaded.state) {
    case 'loading':
      return <p className="gate" role="status">{t(loading)}</p>
    case 'failed':
      return (
        <div className="gate">
          <p role="alert">{t('errors.network_down')}</p>
          <Act weight="primary" icon="retry" onPress={() => { setLoaded({ state: 'loading' }); setAttempt(attempt + 1) }}>{t('app.retry')}</Act>
        </div>
      )
    case 'ready':
      return <loaded.Screen {...props} />
  }
}
