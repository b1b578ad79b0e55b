import { useState, type JSX, type KeyboardEvent } from 'react'
import { FoundItem, type Around } from './FoundItem'
import type { Found } from './check'
import type { Releases } from './releases'
import type { Finding } from '@/shared/api/guard'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface FoundListProps {
  label: string
  found: readonly Found[]
  releases: Releases
  /** Where a finding stands and what stands around it; null where the text itself is shown. */
  around: ((finding: Finding, whole: boolean) => Around) | null
  /** Leads to a place of a value in the text that is shown; null where its own place is all that is shown. */
  onJump: ((finding: Finding) => void) | null
}

const atOnce = 30

/** What was found, value by value: the keyboard goes from one to the next with the arrows. */
export function FoundList({ label, found, releases, around, onJump }: FoundListProps): JSX.Element {
  const [shown, setShown] = useState(atOnce)
  const rest = found.length - shown
  return (
    <>
      <ul className="found-list" aria-label={label}>
        {found.slice(0, shown).map((each) => (
          <FoundItem key={each.key} found={each} releases={releases} around={around} onJump={onJump} onKeyDown={step} />
        ))}
      </ul>
      {rest > 0 && <Act weight="quiet" icon="plus" onPress={() => { setShown(shown + atOnce) }}>{t('guard.more', { n: rest })}</Act>}
    </>
  )
}

/** Moves from one finding to the one before or after it. */
function step(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const all = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('.found-value') ?? [])]
  const next = all[all.indexOf(event.currentTarget) + by]
  if (by === 0 || next === undefined) return
  event.preventDefault()
  next.focus()
}
