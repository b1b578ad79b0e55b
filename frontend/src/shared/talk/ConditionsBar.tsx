import { useRef, type JSX } from 'react'
import { useSession } from '@/shared/api/here'
import { grades, type Conditions, type Grade, type Model } from '@/shared/api/types'
import { highest } from '@/shared/guard/check'
import { figure, t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Choice } from '@/shared/ui/Choice'

interface ConditionsProps {
  conditions: Conditions
  /** The grade of what would leave: what the official chooses can only raise it. */
  after: Grade
  onChange: (conditions: Conditions) => void
}

/** The model and the data grade of the next question. */
export function ConditionsBar({ conditions, after, onChange }: ConditionsProps): JSX.Element {
  const { models } = useSession()
  const model = models.find((each) => each.name === conditions.model)
  const grade = highest([conditions.grade, after])
  const mayNot = (each: Model): boolean => grades.indexOf(grade) > grades.indexOf(each.grade)
  const box = useRef<HTMLDivElement>(null)
  const change = (name: string): void => {
    onChange({ ...conditions, model: name })
    box.current?.querySelector('button')?.focus() // what was pressed is gone
  }
  const other = models.find((each) => !mayNot(each))
  return (
    <div className="conditions" ref={box}>
      <Choice
        compact
        label={t('composer.model')}
        value={conditions.model ?? ''}
        options={models.map((each) => ({ id: each.name, label: each.label, detail: mayNot(each) ? t('grades.may_not', { grade: t(`grades.${grade}`) }) : detailOf(each), off: mayNot(each) }))}
        onChoose={(name) => { onChange({ ...conditions, model: name }) }}
      />
      <Choice
        compact
        label={t('composer.grade')}
        value={conditions.grade}
        options={grades.map((grade) => ({ id: grade, label: t(`grades.${grade}`), detail: t(`grades.${grade}_why`) }))}
        onChoose={(grade) => { onChange({ ...conditions, grade }) }}
      />
      {grade !== conditions.grade && <span className="conditions-raised">{t('grades.raised', { grade: t(`grades.${grade}_short`) })}</span>}
      {model !== undefined && mayNot(model) && (
        <div className="conditions-note" role="status">
          <p>{t('grades.above', { grade: t(`grades.${model.grade}`) })}</p>
          {other !== undefined && <Act onPress={() => { change(other.name) }}>{t('grades.change_to', { model: other.label })}</Act>}
        </div>
      )}
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
