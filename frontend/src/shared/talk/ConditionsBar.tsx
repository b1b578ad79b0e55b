import type { JSX } from 'react'
import { useSession } from '@/shared/api/here'
import { grades, type Conditions, type Model } from '@/shared/api/types'
import { figure, t } from '@/shared/text/text'
import { Choice } from '@/shared/ui/Choice'

interface ConditionsProps {
  conditions: Conditions
  onChange: (conditions: Conditions) => void
}

/** The model and the data grade of the next question. */
export function ConditionsBar({ conditions, onChange }: ConditionsProps): JSX.Element {
  const { models } = useSession()
  const model = models.find((each) => each.name === conditions.model)
  const blind = model !== undefined && grades.indexOf(conditions.grade) > grades.indexOf(model.grade)
  return (
    <div className="conditions">
      <Choice
        compact
        label={t('composer.model')}
        value={conditions.model ?? ''}
        options={models.map((each) => ({ id: each.name, label: each.label, detail: detailOf(each) }))}
        onChoose={(name) => { onChange({ ...conditions, model: name }) }}
      />
      <Choice
        compact
        label={t('composer.grade')}
        value={conditions.grade}
        options={grades.map((grade) => ({ id: grade, label: t(`grades.${grade}`), detail: t(`grades.${grade}_why`) }))}
        onChoose={(grade) => { onChange({ ...conditions, grade }) }}
      />
      {blind && <p className="conditions-note" role="status">{t('grades.above', { grade: t(`grades.${model.grade}`) })}</p>}
    </div>
  )
}

/** Returns the conditions that a new work begins with. */
export function firstConditions(models: readonly Model[]): Conditions {
  return { model: models[0]?.name ?? null, grade: 'O' }
}

function detailOf(model: Model): string {
  const free = model.won_in === 0 && model.won_out === 0
  const price = free ? t('models.free') : t('models.price', { won_in: figure(model.won_in), won_out: figure(model.won_out) })
  const kind = model.language_model ? [] : [t('models.extracts')]
  return [...kind, t('models.upto', { grade: t(`grades.${model.grade}`) }), t(`models.${model.retention}`), price].join(' · ')
}
