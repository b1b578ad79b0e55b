import { useId, useMemo, type JSX, type ReactNode } from 'react'
import { AnswerFoot } from './AnswerFoot'
import { sizeWords } from './FileList'
import { Rich } from './Rich'
import type { Phase } from './talk'
import { documentsOf, restoredOf, sourcesOf, textOf, type Turn } from './turns'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

interface TurnProps {
  turn: Turn
  /** Whether it is the newest one: only that can be asked again as it is. */
  last: boolean
  /** How it stands; null for an earlier one that was answered. */
  phase: Phase | null
  chosen: number | null
  onSource: (number: number) => void
  onRetry: () => void
  onRewrite: () => void
  failure: ReactNode
}

/** A question and its answer as a page of paper. */
export function TurnView({ turn, last, phase, chosen, onSource, onRetry, onRewrite, failure }: TurnProps): JSX.Element {
  const heading = useId()
  const text = textOf(turn.answer)
  const known = useMemo(() => new Set(sourcesOf(turn.answer).map((source) => source.number)), [turn.answer])
  const working = phase?.state === 'working'
  const failed = last && phase?.state === 'failed' // then the failure itself says what can be done
  return (
    <article className="turn" aria-labelledby={heading} aria-busy={working}>
      <header className="turn-question">
        <h2 id={heading} className="turn-label">{t('answer.question')}</h2>
        <div className="turn-asked">
          {textOf(turn.question) !== '' && <p className="turn-text">{textOf(turn.question)}</p>}
          <QuestionFiles turn={turn} />
        </div>
      </header>
      <div className="turn-answer">
        <h2 className="unseen">{t('answer.answer')}</h2>
        {text !== '' && <Rich text={text} restored={restoredOf(turn.answer)} known={known} chosen={chosen} onSource={onSource} />}
        <Standing phase={phase} text={text} failure={last ? failure : null} />
        {hasFoot(turn, phase, last) && (
          <AnswerFoot text={text} facts={turn.answer?.metadata ?? {}} onRetry={!last || failed ? null : onRetry} onRewrite={failed ? null : onRewrite} />
        )}
      </div>
    </article>
  )
}

/** Tells whether there is something to judge, to copy or to ask again. */
function hasFoot(turn: Turn, phase: Phase | null, last: boolean): boolean {
  switch (phase?.state) {
    case 'working':
      return false
    case 'failed':
      return !last || textOf(turn.answer) !== ''
    case 'stopped':
      return true
    case 'idle':
    case undefined:
      return turn.answer !== null
  }
}

/** How an answer stands, in words; of an earlier one only why there is none. */
function Standing({ phase, text, failure }: { phase: Phase | null; text: string; failure: ReactNode }): ReactNode {
  switch (phase?.state) {
    case 'working':
      return text === '' && <p className="working"><span className="working-mark" aria-hidden="true" />{t(`steps.${phase.step}`)}</p>
    case 'stopped':
      return <p className="stopped">{text === '' ? t('answer.stopped_early') : t('answer.stopped')}</p>
    case 'failed':
      return failure ?? <p className="stopped">{phase.failure.sentence}</p>
    case 'idle':
    case undefined:
      return null
  }
}

function QuestionFiles({ turn }: { turn: Turn }): JSX.Element | null {
  const documents = documentsOf([turn.question])
  if (documents.length === 0) return null
  return (
    <ul className="turn-files" aria-label={t('files.list')}>
      {documents.map((document, at) => (
        <li key={at}>
          <Icon name="file" size={18} />
          <span className="file-name" title={document.name}>{document.name}</span>
          <span className="file-state">{sizeWords(document).join(' · ')}</span>
        </li>
      ))}
    </ul>
  )
}
