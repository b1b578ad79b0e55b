import { useEffect, useReducer, useState, type JSX } from 'react'
import { AboutSheet } from './AboutSheet'
import { Boundary } from './Boundary'
import { Header } from './Header'
import { KeysSheet } from './KeysSheet'
import { Later } from './Later'
import { WorkList } from './WorkList'
import { changeWorks, noWorks, titleOf, type Work } from './works'
import Ask from '@/features/ask/Ask'
import { Home } from '@/features/home/Home'
import Summarise from '@/features/summarise/Summarise'
import { LossHere } from '@/shared/keys/leave'
import { SingleKeys, useShortcut } from '@/shared/keys/shortcut'
import { t } from '@/shared/text/text'

const draftScreen = () => import('@/features/draft/Draft')
const compareScreen = () => import('@/features/compare/Compare')
const rulesScreen = () => import('@/features/guard/Guard')
/** Milliseconds after the first screen at which the others are fetched, so that they open when the server is gone. */
const afterFirst = 200
const noSeed = { text: '', files: [], start: false }

/** The desk: the first screen, and every task opened in this window, each kept while the window is open. */
export function Desk(): JSX.Element {
  const [works, change] = useReducer(changeWorks, noWorks)
  const [sheet, setSheet] = useState<'about' | 'keys' | null>(null)
  const [singleKeys, setSingleKeys] = useState(true)
  const shown = works.open.find((work) => work.id === works.shown)
  const title = shown === undefined ? t('app.home') : titleOf(shown)
  useEffect(() => { document.title = t('app.title', { screen: title }) }, [title])
  useEffect(() => {
    const soon = setTimeout(() => { void Promise.allSettled([draftScreen(), compareScreen()]) }, afterFirst)
    return () => { clearTimeout(soon) }
  }, [])

  const openRules = (): void => { change({ do: 'open', task: 'guard', seed: noSeed }) }
  const closeSheet = (): void => { setSheet(null) }
  return (
    <SingleKeys value={singleKeys}>
      <a className="skip" href="#main">{t('app.skip')}</a>
      <HelpKey onHelp={() => { setSheet('keys') }} />
      <Header onHome={() => { change({ do: 'show', id: null }) }} onRules={openRules} onHelp={() => { setSheet('keys') }} onAbout={shown === undefined ? null : () => { setSheet('about') }} />
      <div className={shown === undefined ? 'desk' : 'desk desk-work'}>
        {works.open.length > 0 && (
          <WorkList
            works={works.open}
            shown={works.shown}
            onShow={(id) => { change({ do: 'show', id }) }}
            onClose={(id) => { change({ do: 'close', id }) }}
          />
        )}
        <main id="main" className="desk-main" tabIndex={-1}>
          <div className="work" hidden={shown !== undefined}>
            <Home active={shown === undefined} onOpen={(task, seed) => { change({ do: 'open', task, seed }) }} onAbout={() => { setSheet('about') }} onRules={openRules} />
          </div>
          {works.open.map((work) => (
            <section key={work.id} className="work" hidden={work !== shown} aria-label={titleOf(work)}>
              <h1 className="unseen">{t(`tasks.${work.task}`)}</h1>
              <Boundary>
                <LossHere value={(atStake) => { change({ do: 'stake', id: work.id, atStake }) }}>
                  <Screen work={work} active={work === shown} onNamed={(name) => { change({ do: 'name', id: work.id, title: name }) }} />
                </LossHere>
              </Boundary>
            </section>
          ))}
        </main>
      </div>
      <KeysSheet open={sheet === 'keys'} onClose={closeSheet} singleKeys={singleKeys} onSingleKeys={setSingleKeys} />
      <AboutSheet open={sheet === 'about'} onClose={closeSheet} />
    </SingleKeys>
  )
}

function HelpKey({ onHelp }: { onHelp: () => void }): null {
  useShortcut('?', true, onHelp)
  return null
}

function Screen({ work, ...rest }: { work: Work; active: boolean; onNamed: (title: string) => void }): JSX.Element {
  switch (work.task) {
    case 'ask':
      return <Ask seed={work.seed} {...rest} />
    case 'summarise':
      return <Summarise seed={work.seed} {...rest} />
    case 'draft':
      return <Later load={draftScreen} props={{ seed: work.seed, ...rest }} loading="draft.loading" />
    case 'compare':
      return <Later load={compareScreen} props={{ seed: work.seed, ...rest }} loading="compare.loading" />
    case 'guard':
      return <Later load={rulesScreen} props={{}} loading="rules.loading" />
  }
}
