import { useState, type JSX } from 'react'
import { RuleGroups } from './RuleGroups'
import { TrialPane } from './TrialPane'
import { useRules, useTrial } from './trial'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

/** The page of the guard's rules: what is masked and why, and a field to try them on. */
export default function Guard(): JSX.Element {
  const { rules, retry } = useRules()
  const [text, setText] = useState('')
  const [shadow, setShadow] = useState<readonly string[]>([])
  const trial = useTrial(text, shadow)
  const change = (name: string, on: boolean): void => { setShadow((before) => (on ? [...before, name] : before.filter((each) => each !== name))) }
  return (
    <div className="rules">
      <TrialPane text={text} onText={setText} trial={trial} />
      <section className="rules-list" aria-label={t('rules.list')}>
        <h2 className="rules-title">{t('rules.list')}</h2>
        <p className="rules-intro">{t('rules.intro')}</p>
        {rules.state === 'loading' && <p role="status">{t('rules.loading')}</p>}
        {rules.state === 'failed' && (
          <div className="rules-failed">
            <p role="alert">{rules.failure.sentence}</p>
            <Act icon="retry" onPress={retry}>{t('app.retry')}</Act>
          </div>
        )}
        {rules.state === 'ready' && <RuleGroups rules={rules.rules} shadow={shadow} onShadow={change} trial={trial?.state === 'known' ? trial.trial : null} />}
      </section>
    </div>
  )
}
