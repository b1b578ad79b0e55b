import { useEffect, useState, type JSX } from 'react'
import { Desk } from './Desk'
import type { Failure } from '@/shared/api/failure'
import { SessionHere } from '@/shared/api/here'
import { loadSession } from '@/shared/api/session'
import type { Session } from '@/shared/api/types'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

type Start = { state: 'loading' } | { state: 'failed'; failure: Failure } | { state: 'ready'; session: Session }

/** The whole page: nothing is shown before the server has told who is at work. */
export function App(): JSX.Element {
  const [start, setStart] = useState<Start>({ state: 'loading' })
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let here = true
    void loadSession().then((outcome) => {
      if (here) setStart(outcome.ok ? { state: 'ready', session: outcome.value } : { state: 'failed', failure: outcome.failure })
    })
    return () => { here = false }
  }, [attempt])
  switch (start.state) {
    case 'loading':
      return <main className="gate" aria-busy="true"><p role="status">{t('app.loading')}</p></main>
    case 'failed':
      return (
        <main className="gate">
          <h1>{t('app.load_failed')}</h1>
          <p role="alert">{start.failure.sentence}</p>
          <Act weight="primary" icon="retry" onPress={() => { setStart({ state: 'loading' }); setAttempt(attempt + 1) }}>{t('app.retry')}</Act>
        </main>
      )
    case 'ready':
      return <SessionHere value={start.session}><Desk /></SessionHere>
  }
}
