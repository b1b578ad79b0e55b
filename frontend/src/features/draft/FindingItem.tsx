import type { JSX } from 'react'
import type { NamedFinding } from './lint'
import { canReplace } from './mending'
import { placeWords } from './placeWords'
import { Basis } from '@/shared/guard/Basis'
import type { OfficialDocument } from '@/shared/official/model'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface ItemProps {
  finding: NamedFinding
  checked: OfficialDocument | null
  selected: boolean
  onShow: (finding: NamedFinding) => void
  onMend: (finding: NamedFinding) => void
}

/** One finding: where it stands, what holds, on what that rests, and how it is mended. */
export function FindingItem({ finding, checked, selected, onShow, onMend }: ItemProps): JSX.Element {
  const where = placeWords(finding.place, checked)
  const named = finding.excerpt.trim() || where || finding.message
  return (
    <li className="finding" data-level={finding.level} data-selected={selected}>
      <div className="finding-line">
        {where === ''
          ? <span className="finding-whole">{t('lint.whole')}</span>
          : <button type="button" className="found-value" aria-current={selected} onClick={() => { onShow(finding) }}>{named}<span className="unseen"> {t('guard.jump')}</span></button>}
        <Basis of={named} basis={finding.basis} />
      </div>
      <p className="finding-message">{finding.message}</p>
      <Mending finding={finding} named={named} replaces={canReplace(finding, checked)} onMend={onMend} />
    </li>
  )
}

interface MendingProps extends Pick<ItemProps, 'finding' | 'onMend'> {
  named: string
  replaces: boolean
}

function Mending({ finding, named, replaces, onMend }: MendingProps): JSX.Element | null {
  const { safe } = finding
  const proposed = finding.mended ?? finding.fix
  if (!safe && !replaces) return null
  const press = (): void => { onMend(finding) }
  return (
    <div className="finding-mend">
      {proposed !== null && <p className="finding-fix"><span className="finding-arrow" aria-hidden="true">→ </span><span className="unseen">{t('lint.instead')} </span>{proposed.trim() === '' ? t('lint.leave_out') : proposed}</p>}
      {safe
        ? <Act onPress={press} label={t('lint.fix_of', { of: named })}>{t('lint.fix')}</Act>
        : <Act onPress={press} label={t('lint.replace_of', { of: named })}>{t('lint.replace')}</Act>}
    </div>
  )
}
