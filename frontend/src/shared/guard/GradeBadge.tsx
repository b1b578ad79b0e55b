import type { JSX } from 'react'
import type { Grade } from '@/shared/api/types'
import { t } from '@/shared/text/text'

/** The grade of what is written and of what leaves, in words. */
export function GradeBadge({ before, after }: { before: Grade; after: Grade }): JSX.Element {
  const name = (grade: Grade): string => t(`grades.${grade}_short`)
  return (
    <span className="grade-badge" data-grade={after}>
      {before === after ? name(after) : t('guard.grades', { before: name(before), after: name(after) })}
    </span>
  )
}
