import { useEffect, useRef, type JSX } from 'react'
import type { Failure } from '@/shared/api/failure'
import { useSession } from '@/shared/api/here'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'

interface FailureProps {
  failure: Failure
  model: string | null
  onRetry: () => void
  onAnyway: () => void
  onOther: (model: string) => void
  onRewrite?: () => void
}

/** Why there is no answer, that nothing is lost, and what can be done next. */
export function FailureBox({ failure, model, onRetry, onAnyway, onOther, onRewrite }: FailureProps): JSX.Element {
  const others = useSession().models.filter((each) => each.name !== model).slice(0, 2)
  const confirm = failure.code === 'confirmation_needed'
  const ofModel = failure.code.startsWith('model_') || failure.code === 'grade_too_high'
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.scrollIntoView({ block: 'nearest' }) }, [])
  return (
    <div className="failure" role="alert" ref={box}>
      <p className="failure-title"><Icon name="alert" />{failure.retry ? t('failure.title') : t('failure.refused')}</p>
      <p>{failure.sentence}</p>
      <p className="failure-kept">{t('failure.kept')}</p>
      <div className="acts">
        {confirm
          ? <Act weight="primary" onPress={onAnyway}>{t('failure.send_anyway')}</Act>
          : <Act weight="primary" icon="retry" onPress={onRetry}>{t('failure.retry')}</Act>}
        {ofModel && others.map((each) => (
          <Act key={each.name} onPress={() => { onOther(each.name) }}>{t('failure.other_model', { model: each.label })}</Act>
        ))}
        {onRewrite !== undefined && <Act icon="edit" onPress={onRewrite}>{t('failure.rewrite')}</Act>}
      </div>
    </div>
  )
}
