import { useEffect, useEffectEvent, useMemo, useRef, useState, type JSX } from 'react'
import { CompareFoot } from './CompareFoot'
import { Outcome, shownOf } from './Outcome'
import { SidePlace } from './SidePlace'
import { useComparison } from './comparing'
import { sampleFile } from './sample'
import { sideNames, useSides, type SideFiles } from './sides'
import type { Versions } from '@/shared/api/documents'
import { useSession } from '@/shared/api/here'
import { useArrival } from '@/shared/keys/arrive'
import { useFileDrop } from '@/shared/keys/drop'
import { useLeaveWarning } from '@/shared/keys/leave'
import { useFilePaste } from '@/shared/keys/paste'
import type { Seed } from '@/shared/talk/question'
import { StartPage } from '@/shared/talk/StartPage'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface CompareProps {
  seed: Seed
  active: boolean
  onNamed: (title: string) => void
}

/** The screen that compares two versions of one text; no model takes part, and nothing leaves the server. */
export default function Compare({ seed, active, onNamed }: CompareProps): JSX.Element {
  const sides = useSides(useSession().limits, seed.files)
  const [showing, setShowing] = useState({ every: false, full: false })
  const versions = useVersions(sides.files)
  const { compared, retry } = useComparison(versions, showing)
  const first = useRef<HTMLButtonElement>(null)
  useArrival(active, first, true)
  const empty = sideNames.every((side) => sides.files[side] === null)
  useLeaveWarning(!empty)
  const over = useFileDrop(active, (files, place) => {
    const side = place?.closest<HTMLElement>('[data-side]')?.dataset['side']
    sides.put(files, sideNames.find((name) => name === side) ?? null)
  })
  useFilePaste(active, (files) => { sides.put(files, null) })
  const named = useEffectEvent(() => { if (versions !== null) onNamed(versions.new.name) })
  useEffect(() => { named() }, [versions])
  return (
    <div className="compare">
      <div className="compare-scroll" role="region" aria-label={t('tasks.compare')} tabIndex={0}>
        <div className="sides">
          <SidePlace side="old" sides={sides} over={over} pick={first} />
          <div className="sides-swap"><Act weight="quiet" icon="swap" disabled={empty} onPress={sides.swap}>{t('compare.swap')}</Act></div>
          <SidePlace side="new" sides={sides} over={over} pick={null} />
        </div>
        <p className={sides.notice.bad ? 'sides-notice sides-bad' : 'sides-notice'} role="status">{sides.notice.text}</p>
        {empty && (
          <StartPage
            icon="compare"
            title={t('compare.empty_title')}
            body={t('compare.empty_body')}
            example={t('compare.example')}
            note={t('compare.example_note')}
            onExample={() => { sideNames.forEach((side) => { sides.put([sampleFile(side)], side) }) }}
          />
        )}
        {!empty && compared === null && <p className="sides-wait">{t('compare.wait')}</p>}
        {compared !== null && <Outcome compared={compared} showing={showing} onShow={setShowing} onRetry={retry} />}
      </div>
      {versions !== null && compared !== null && <CompareFoot versions={versions} showing={showing} comparison={compared.state === 'ready' ? shownOf(compared) : null} />}
    </div>
  )
}

/** Returns both versions once they are read; the same ones until a file changes. */
function useVersions(files: SideFiles): Versions | null {
  const one = files.old?.state === 'ready' ? files.old.document : null
  const other = files.new?.state === 'ready' ? files.new.document : null
  return useMemo(() => (one === null || other === null ? null : { old: one, new: other }), [one, other])
}
