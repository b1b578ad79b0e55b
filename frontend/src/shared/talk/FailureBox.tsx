import { useEffect, useRef, type JSX } from 'react'
import type { Failure, Told } from '@/shared/api/failure'
import { useSession } from '@/shared/api/here'
import { grades, type Grade, type Model } from '@/shared/api/types'
import { Basis } from '@/shared/guard/Basis'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'

interface FailureProps {
  failure: Failure
  model: string | null
  grade?: Grade
  onRetry: () => void
  onAnyway: () => void
  onOther: (model: string) => void
  onRewrite?: () => void
}

/** Why there is no answer, that nothing is lost, and what can be done next. */
export function FailureBox({ failure, model, grade = 'O', onRetry, onAnyway, onOther, onRewrite }: FailureProps): JSX.Element {
  const others = fitting(useSession().models, failure, model, grade).slice(0, 2)
  const confirm = failure.code === 'confirmation_needed'
  const ofModel = failure.code.startsWith('model_') || failure.code === 'grade_too_high'
  const refused = !confirm && !failure.retry
  const rewrite = (weight: 'primary' | 'secondary'): JSX.Element | null =>
    onRewrite === undefined ? null : <Act weight={weight} icon="edit" onPress={onRewrite}>{t('failure.rewrite')}</Act>
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.scrollIntoView({ block: 'nearest' }) }, [])
  return (
    <div className="failure" role="alert" ref={box}>
      <p className="failure-title"><Icon name="alert" />{titleOf(failure)}</p>
      <p>{failure.sentence}</p>
      {failure.told.length > 0
        ? <Reasons told={failure.told} />
        : failure.rules.length > 0 && <p>{t('failure.rules', { rules: failure.rules.join(', ') })}</p>}
      <p className="failure-kept">{t('failure.kept')}</p>
      <div className="acts">
        {confirm && <Act weight="primary" onPress={onAnyway}>{t('failure.send_anyway')}</Act>}
        {failure.retry && <Act weight="primary" icon="retry" onPress={onRetry}>{t('failure.retry')}</Act>}
        {refused && rewrite('primary')}
        {ofModel && others.map((each) => (
          <Act key={each.name} onPress={() => { onOther(each.name) }}>{t('failure.other_model', { model: each.label })}</Act>
        ))}
        {!refused && rewrite('secondary')}
      </div>
    </div>
  )
}

/** Each rule with what it found, and on what it rests. */
function Reasons({ told }: { told: readonly Told[] }): JSX.Element {
  return (
    <ul className="failure-reasons" aria-label={t('failure.reasons')}>
      {told.map(({ rule, why, basis }, at) => (
        <li key={at}>
          <strong>{rule}</strong>
          <span>{why}</span>
          <Basis of={rule} basis={basis} />
        </li>
      ))}
    </ul>
  )
}

function titleOf(failure: Failure): string {
  if (failure.code === 'confirmation_needed') return t('failure.confirm')
  return failure.retry ? t('failure.title') : t('failure.refused')
}

/** Returns the other models that may see the question; where its grade was too high for one, only those that may see more. */
function fitting(models: readonly Model[], failure: Failure, model: string | null, grade: Grade): Model[] {
  const rank = (of: Grade): number => grades.indexOf(of)
  const seen = models.find((each) => each.name === model)?.grade ?? 'O'
  const least = failure.code === 'grade_too_high' ? Math.max(rank(grade), rank(seen) + 1) : rank(grade)
  return models.filter((each) => each.name !== model && rank(each.grade) >= least)
}
