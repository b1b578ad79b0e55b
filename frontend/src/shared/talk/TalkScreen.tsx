import { useRef, useState, type JSX, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { readyDocuments } from './attachments'
import { Composer } from './Composer'
import { Conversation } from './Conversation'
import { useNextQuestion, type NextQuestion, type Seed } from './question'
import { SourcePanel, type Pointed } from './SourcePanel'
import { useTalk, type Talk } from './talk'
import { documentsOf, guardOf, sourcesOf, textOf, turnsOf, type Turn } from './turns'
import type { Conditions, Release } from '@/shared/api/types'
import { useCheck, type Check } from '@/shared/guard/check'
import { useReleases } from '@/shared/guard/releases'
import { Strip } from '@/shared/guard/Strip'
import { useArrival } from '@/shared/keys/arrive'
import { useFileDrop } from '@/shared/keys/drop'
import { useLeaveWarning } from '@/shared/keys/leave'
import { useShortcut } from '@/shared/keys/shortcut'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { DropVeil } from '@/shared/ui/DropVeil'

interface TalkScreenProps {
  task: 'ask' | 'summarise'
  seed: Seed
  /** Whether this work is the one that is shown. */
  active: boolean
  placeholder: string
  /** What stands on the page before the first question. */
  empty: (begin: (seed: Seed) => void) => ReactNode
  onNamed: (title: string) => void
}

/** Returns what the guard would do with the next question, together with what it follows. */
function useNextCheck(talk: Talk, { text, attachments, instead }: NextQuestion, released: readonly Release[]): Check {
  const before = talk.before(instead)
  const carried = {
    text: talk.phase.state === 'working' ? null : before.map(textOf).join('\n\n'),
    documents: documentsOf(before),
  }
  return useCheck({ text, documents: readyDocuments(attachments.files), carried }, released)
}

/** One conversation: the answers in the centre, what they rest on at the right, the composer at the foot. */
export function TalkScreen({ task, seed, active, placeholder, empty, onNamed }: TalkScreenProps): JSX.Element {
  const releases = useReleases(seed.released)
  const talk = useTalk(releases.list)
  const next = useNextQuestion(task, talk, seed, onNamed)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const [view, setView] = useState<'answer' | 'sources'>('answer')
  const screen = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const busy = talk.phase.state === 'working'
  const turns = turnsOf(talk.messages)
  const fresh = turns.length === 0
  const check = useNextCheck(talk, next, releases.list)

  const point = (turn: Turn, number: number): void => {
    const source = sourcesOf(turn.answer).find((each) => each.number === number)
    if (source === undefined || turn.answer === null) return
    const answer = turn.answer.id
    setPointed((before) => ({ answer, source, times: (before?.times ?? 0) + 1 }))
    setView('sources')
  }
  const turnTo = (side: 'answer' | 'sources', places: readonly string[]): void => {
    flushSync(() => { setView(side) }) // what is not shown yet takes no focus
    const found = places.map((place) => screen.current?.querySelector<HTMLElement>(place) ?? null)
    found.find((each) => each !== null)?.focus()
  }
  const back = (): void => { turnTo('answer', ['.source-mark[aria-pressed="true"]', '.talk-switch .act']) }
  const openSources = (): void => { turnTo('sources', ['.sources-head .act']) }
  const toField = (): void => { field.current?.focus() } // what was pressed is gone, and with it the focus
  const again = (conditions: Conditions, confirmed: readonly string[] = []): void => {
    talk.again(conditions, confirmed)
    toField()
  }
  const other = (model: string): void => {
    next.setConditions({ ...next.conditions, model })
    again({ ...next.conditions, model })
  }
  useArrival(active, field, true)
  useShortcut('/', active, () => field.current?.focus())
  useShortcut('Escape', active && busy, talk.stop)
  useLeaveWarning(!fresh || next.text !== '' || next.attachments.files.length > 0)
  const over = useFileDrop(active, next.attachments.add)

  return (
    <div className="talk" data-view={view} ref={screen}>
      <div className="talk-main">
        <div className="talk-switch"><Act weight="quiet" icon="quote" onPress={openSources}>{t('sources.open')}</Act></div>
        <Conversation
          turns={turns}
          asked={talk.asked}
          phase={talk.phase}
          conditions={next.conditions}
          pointed={pointed}
          empty={empty(next.begin)}
          onSource={point}
          onAgain={again}
          onOther={other}
          onRewrite={(turn) => { next.rewrite(turn); toField() }}
        />
        <Composer
          {...next}
          onText={next.setText}
          onConditions={next.setConditions}
          placeholder={fresh ? placeholder : t('composer.more_placeholder')}
          sendLabel={task === 'summarise' && fresh ? t('composer.summarise') : t('composer.send')}
          hindrance={next.hindrance === null ? '' : t(next.hindrance)}
          strip={<Strip check={check} releases={releases} />}
          after={check.after}
          busy={busy}
          editing={next.instead !== null}
          onSend={next.send}
          onStop={() => { talk.stop(); toField() }}
          onEditCancel={() => { next.cancelEdit(); toField() }}
          field={field}
        />
      </div>
      <SourcePanel documents={talk.documents} pointed={pointed} guard={guardOf(turns.at(-1)?.answer ?? null)} onBack={back} />
      {over && <DropVeil words={t('composer.drop')} />}
    </div>
  )
}
