import { useId, useState, type JSX } from 'react'
import { allFound, countedOf, foundOf, isReleased, type Check, type Counted } from './check'
import type { Around } from './FoundItem'
import { FoundList } from './FoundList'
import { GradeBadge } from './GradeBadge'
import { Marked } from './Marked'
import { contextOf, placeWords, textAt } from './place'
import type { Foreseen, ForeseenText } from './preview'
import type { Releases } from './releases'
import type { Finding } from '@/shared/api/guard'
import type { ReadDocument } from '@/shared/api/types'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

interface StripProps {
  check: Check
  releases: Releases
}

/** What is masked before anything leaves: one quiet line, which opens to everything that was found. */
export function Strip({ check, releases }: StripProps): JSX.Element | null {
  const [open, setOpen] = useState(false)
  const id = useId()
  if (check.text === null && check.files.length === 0) return null
  const found = allFound(check, releases.list)
  const counted = countedOf(found)
  const shown = open && found.length > 0
  return (
    <section className="strip" aria-label={t('guard.strip')} data-urgent={urgencyOf(counted)}>
      <p className="unseen" role="status">{check.state === 'waiting' ? '' : headline(check, counted).join(' · ')}</p>
      <div className="strip-line">
        <Toggle words={headline(check, counted)} counted={counted} any={found.length > 0} open={open} panel={id} onOpen={setOpen} />
        <span className="strip-grade">
          {check.state === 'known' && <GradeBadge before={check.grade} after={check.after} />}
          {check.reasons.length > 0 && <span className="strip-reasons">{check.reasons.join(', ')}</span>}
        </span>
      </div>
      <div className="strip-panel" id={id} role="region" aria-label={t('guard.found')} tabIndex={0} hidden={!shown}>
        {shown && check.text !== null && <TypedText typed={check.text} releases={releases} />}
        {shown && check.files.map(({ document, seen }, at) => <FileFound key={at} document={document} seen={seen} releases={releases} />)}
        {shown && <p className="strip-note">{t('guard.note')}</p>}
      </div>
    </section>
  )
}

interface ToggleProps {
  words: string[]
  counted: Counted
  /** Whether there is anything to open. */
  any: boolean
  open: boolean
  panel: string
  onOpen: (open: boolean) => void
}

function Toggle({ words, counted, any, open, panel, onOpen }: ToggleProps): JSX.Element {
  if (!any) return <p className="strip-toggle"><Icon name="shield" size={18} /><span className="strip-words">{words.join(' · ')}</span></p>
  const kinds = counted.kinds.map((kind) => t('guard.kind', { label: kind.label, n: kind.count })).join(', ')
  return (
    <button type="button" className="strip-toggle" aria-expanded={open} aria-controls={panel} onClick={() => { onOpen(!open) }}>
      <Icon name={counted.block + counted.confirm > 0 ? 'alert' : 'shield'} size={18} />
      <span className="strip-words">{words[0]}{kinds !== '' && <span className="strip-kinds"> ({kinds})</span>}{words.slice(1).map((more) => ` · ${more}`).join('')}</span>
      <Icon name="down" size={16} />
    </button>
  )
}

function urgencyOf({ block, confirm, warn }: Counted): 'block' | 'confirm' | 'none' {
  if (block > 0) return 'block'
  return confirm + warn > 0 ? 'confirm' : 'none'
}

function headline(check: Check, counted: Counted): string[] {
  if (check.state === 'failed') return [t('guard.failed')]
  const parts = [
    counted.mask > 0 ? t('guard.masked', { n: counted.mask }) : '',
    counted.block > 0 ? t('guard.blocked', { n: counted.block }) : '',
    counted.confirm > 0 ? t('guard.confirmed', { n: counted.confirm }) : '',
    counted.warn > 0 ? t('guard.warned', { n: counted.warn }) : '',
    counted.released > 0 ? t('guard.released', { n: counted.released }) : '',
  ].filter((part) => part !== '')
  if (parts.length > 0) return parts
  return [t(check.state === 'waiting' ? 'guard.waiting' : 'guard.nothing')]
}

/** The typed text with its findings marked, and the list of them. */
function TypedText({ typed: { text, seen }, releases }: { typed: ForeseenText; releases: Releases }): JSX.Element | null {
  const id = useId()
  if (seen.state !== 'known' || seen.preview.findings.length === 0) return null
  const { findings } = seen.preview
  const idOf = (finding: Finding): string => `${id}${finding.start}`
  const marks = findings.map((finding) => (
    { start: finding.start, end: finding.end, label: finding.label, look: isReleased(finding, releases.list) ? 'released' as const : finding.action, id: idOf(finding) }
  ))
  return (
    <section className="strip-part" aria-label={t('guard.typed')}>
      <h3 className="strip-name">{t('guard.typed')}</h3>
      <div className="strip-text" role="group" aria-label={t('guard.marked')} tabIndex={0}><Marked text={text} marks={marks} /></div>
      <FoundList
        label={t('guard.list_typed')}
        found={foundOf(findings, releases.list)}
        releases={releases}
        around={null}
        onJump={(finding) => { show(idOf(finding)) }}
      />
    </section>
  )
}

function show(id: string): void {
  const mark = document.getElementById(id)
  mark?.scrollIntoView({ block: 'center' })
  mark?.focus({ preventScroll: true })
}

/** What was found in one file, each with what stands around it. */
function FileFound({ document, seen, releases }: { document: ReadDocument; seen: Foreseen; releases: Releases }): JSX.Element | null {
  if (seen.state !== 'known' || seen.preview.findings.length === 0) return null
  const around = (finding: Finding, whole: boolean): Around => (
    { where: placeWords(document, finding.place), ...contextOf(textAt(document, finding.place), finding, whole) }
  )
  return (
    <section className="strip-part" aria-label={document.name}>
      <h3 className="strip-name"><Icon name="file" size={18} />{document.name}</h3>
      <FoundList label={t('guard.list_file', { name: document.name })} found={foundOf(seen.preview.findings, releases.list)} releases={releases} around={around} onJump={null} />
    </section>
  )
}
