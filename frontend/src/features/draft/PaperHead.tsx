import type { JSX, ReactNode } from 'react'
import { PairedFacts } from './PaperFacts'
import { Spot } from './Spot'
import type { Look } from '@/shared/official/look'
import type { OfficialDocument } from '@/shared/official/model'
import { noticeNumber } from '@/shared/official/notice'
import { t } from '@/shared/text/text'

interface HeadProps {
  document: OfficialDocument
  look: Look
}

/** What stands above the body: the head of a letter, a large title, the banner of a press release, or the number of a notice. */
export function PaperHead({ document, look }: HeadProps): JSX.Element | null {
  switch (look.head) {
    case 'letter':
      return <Letter document={document} />
    case 'title':
      return <LargeTitle document={document} dated={look.closing !== 'sender'} />
    case 'press':
      return <Press document={document} />
    case 'notice':
      return <Notice document={document} />
    case 'none':
      return null
  }
}

/** The head of the form (별지 제1호서식). */
function Letter({ document }: { document: OfficialDocument }): JSX.Element {
  return (
    <>
      <p className="paper-agency">{document.agency === '' ? <Missing words={t('official.missing_agency')} /> : <Spot place="agency" text={document.agency} />}</p>
      <div className="paper-head">
        <p className="paper-line"><Key words={t('official.to')} />{document.to === '' ? <Missing words={t('official.missing_to')} /> : <span><Spot place="to" text={document.to} /></span>}</p>
        <p className="paper-line"><Key words={t('official.via')} /><span><Spot place="via" text={document.via} /></span></p>
        <p className="paper-line paper-subject"><Key words={t('official.title')} /><Title document={document} /></p>
      </div>
    </>
  )
}

function LargeTitle({ document, dated }: { document: OfficialDocument; dated: boolean }): JSX.Element {
  return (
    <div className="paper-report">
      <p className="paper-title"><Title document={document} /></p>
      <p className="paper-dated"><Parted><Spot place="date" text={dated ? document.date : ''} /><Spot place="agency" text={document.agency} /></Parted></p>
    </div>
  )
}

function Press({ document }: { document: OfficialDocument }): JSX.Element {
  const subtitle = document.facts.findIndex(({ label }) => label === t('official.subtitle'))
  return (
    <div className="paper-press">
      <p className="paper-press-agency"><Parted><Spot place="agency" text={document.agency} /><Spot place="date" text={document.date} /></Parted></p>
      <p className="paper-banner">{t('official.press')}</p>
      <PairedFacts facts={document.facts} without={subtitle} />
      <p className="paper-title"><Title document={document} /></p>
      {subtitle !== -1 && <p className="paper-subtitle"><Spot place={`facts[${subtitle}].text`} text={document.facts[subtitle]?.text ?? ''} /></p>}
    </div>
  )
}

function Notice({ document }: { document: OfficialDocument }): JSX.Element {
  const number = noticeNumber(document)
  return (
    <>
      {number !== '' && <p className="paper-number">{number}</p>}
      <p className="paper-title"><Title document={document} /></p>
    </>
  )
}

function Title({ document }: { document: OfficialDocument }): JSX.Element {
  return document.title === '' ? <Missing words={t('official.missing_title')} /> : <span><Spot place="title" text={document.title} /></span>
}

/** Two things on one line, a bar between them where both are there. */
function Parted({ children: [first, second] }: { children: [JSX.Element, JSX.Element] }): ReactNode {
  const there = (each: JSX.Element): boolean => (each.props as { text: string }).text !== ''
  return <>{first}{there(first) && there(second) && '  |  '}{second}</>
}

/** A label with the two spaces that stand behind it; they are text, so that a copy keeps them. */
export function Key({ words }: { words: string }): JSX.Element {
  return <span className="paper-key">{`${words}  `}</span>
}

function Missing({ words }: { words: string }): JSX.Element {
  return <span className="paper-missing">{words}</span>
}
