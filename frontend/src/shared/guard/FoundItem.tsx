import { useEffect, useRef, useState, type JSX, type KeyboardEvent } from 'react'
import { Basis } from './Basis'
import type { Found } from './check'
import { releaseOf, type Releases } from './releases'
import type { Finding } from '@/shared/api/guard'
import { useSession } from '@/shared/api/here'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

/** Where a finding stands in a document, and what stands around it there. */
export interface Around {
  where: string
  before: string
  after: string
}

interface FoundItemProps {
  found: Found
  releases: Releases
  around: ((finding: Finding, whole: boolean) => Around) | null
  onJump: ((finding: Finding) => void) | null
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** One value: what it is, why it was found, on what that rests, and whether it may pass. */
export function FoundItem({ found, releases, around, onJump, onKeyDown }: FoundItemProps): JSX.Element {
  const { first, places, released } = found
  const [at, setAt] = useState(0)
  const [whole, setWhole] = useState(false)
  const jump = (): void => {
    const place = places[at % places.length]
    if (place !== undefined) onJump?.(place)
    setAt(at + 1)
  }
  return (
    <li className="found-item" data-look={released ? 'released' : first.action}>
      <div className="found-line">
        {around === null
          ? <button type="button" className="found-value" onClick={jump} onKeyDown={onKeyDown}>{line(first.value)}<span className="unseen"> {t('guard.jump')}</span></button>
          : <button type="button" className="found-value" aria-expanded={whole} onClick={() => { setWhole(!whole) }} onKeyDown={onKeyDown}>{line(first.value)}<span className="unseen"> {t('guard.whole')}</span></button>}
        <span className="found-kind">{first.label}</span>
        <span className="found-end">{t(`looks.${released ? 'released' : first.action}`)}</span>
        {places.length > 1 && <span className="found-times">{t('guard.times', { n: places.length })}</span>}
        <Basis of={first.label} basis={first.basis} note={first.action === 'mask' && !first.release ? t('guard.always') : ''} />
      </div>
      {first.why !== '' && <p className="found-why">{first.why}</p>}
      {around !== null && places.slice(0, whole ? mostPlaces : 1).map((place, each) => <Context key={each} value={place.value} {...around(place, whole)} />)}
      {first.release && <Release found={found} releases={releases} />}
    </li>
  )
}

const mostPlaces = 20

function Context({ where, before, value, after }: Around & { value: string }): JSX.Element {
  return (
    <p className="found-context">
      {where !== '' && <span className="found-where">{where}</span>}
      {before}<mark>{line(value)}</mark>{after}
    </p>
  )
}

function line(value: string): string {
  return value.replaceAll(/\s+/g, ' ')
}

/** Lets a value pass for a reason, or takes that back. */
function Release({ found: { first, released }, releases }: Pick<FoundItemProps, 'found' | 'releases'>): JSX.Element | null {
  const { release_reasons: reasons } = useSession()
  const [asking, setAsking] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const choices = useRef<HTMLDivElement>(null)
  useEffect(() => { if (asking) choices.current?.scrollIntoView({ block: 'nearest' }) }, [asking])
  const told = reasons.find((each) => each.key === releaseOf(releases.list, first)?.reason)
  const { type, value } = first
  const choose = (reason: string): void => {
    releases.add({ type, value, reason })
    setAsking(false)
    toggle.current?.focus() // what was pressed is gone
  }
  const press = (): void => {
    if (released) releases.take({ type, value })
    setAsking(!released && !asking)
  }
  if (reasons.length === 0) return null
  return (
    <div className="found-release">
      <Act weight="quiet" ref={toggle} expanded={released ? null : asking} icon={released ? 'undo' : 'open'} label={t(released ? 'guard.take_of' : 'guard.release_of', { value })} onPress={press}>
        {t(released ? 'guard.take' : 'guard.release')}
      </Act>
      {released && told !== undefined && <span className="found-told">{t('guard.because', { reason: told.text })}</span>}
      {asking && !released && (
        <div className="found-reasons" ref={choices} role="group" aria-label={t('guard.reason')}>
          <span className="found-told" aria-hidden="true">{t('guard.reason')}</span>
          {reasons.map((each) => <Act key={each.key} onPress={() => { choose(each.key) }}>{each.text}</Act>)}
        </div>
      )}
    </div>
  )
}
