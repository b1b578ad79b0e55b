import type { JSX, ReactNode } from 'react'
import { FailureBox } from './FailureBox'
import { useFollow } from './follow'
import type { Pointed } from './SourcePanel'
import { useSpoken, type Said } from './spoken'
import type { Asked, Phase } from './talk'
import { TurnView } from './TurnView'
import { isWhole, textOf, type Turn } from './turns'
import type { Conditions } from '@/shared/api/types'
import { t } from '@/shared/text/text'

interface ConversationProps {
  turns: readonly Turn[]
  asked: ReadonlyMap<string, Asked>
  phase: Phase
  conditions: Conditions
  pointed: Pointed | null
  empty: ReactNode
  onSource: (turn: Turn, number: number) => void
  onAgain: (conditions: Conditions, confirmed?: readonly string[]) => void
  onOther: (model: string) => void
  onRewrite: (turn: Turn) => void
}

/** The questions and answers in order, newest last. */
export function Conversation(props: ConversationProps): JSX.Element {
  const { turns, phase, conditions, pointed } = props
  const last = turns.at(-1)
  const answer = last?.answer ?? null
  const follow = useFollow(`${turns.length} ${phase.state} ${textOf(answer).length}`)
  const spoken = useSpoken(answer?.id ?? '', textOf(answer), isWhole(answer))
  return (
    <div className="conversation" role="region" aria-label={t('answer.conversation')} tabIndex={0} ref={follow}>
      {turns.length === 0 && props.empty}
      {turns.map((turn) => (
        <TurnView
          key={turn.question.id}
          turn={turn}
          last={turn === last}
          phase={turn === last ? phase : (props.asked.get(turn.question.id)?.end ?? null)}
          chosen={pointed?.answer === turn.answer?.id ? (pointed?.source.number ?? null) : null}
          onSource={(number) => { props.onSource(turn, number) }}
          onRetry={() => { props.onAgain(conditions) }}
          onRewrite={() => { props.onRewrite(turn) }}
          failure={phase.state === 'failed' && (
            <FailureBox
              failure={phase.failure}
              model={conditions.model}
              grade={conditions.grade}
              onRetry={() => { props.onAgain(conditions) }}
              onAnyway={() => { props.onAgain(conditions, phase.failure.rules) }}
              onOther={props.onOther}
              onRewrite={() => { props.onRewrite(turn) }}
            />
          )}
        />
      ))}
      <div className="unseen" aria-live="polite">{spokenWords(phase, spoken)}</div>
    </div>
  )
}

function spokenWords(phase: Phase, { words, ended }: Said): string {
  switch (phase.state) {
    case 'working':
      return words === '' ? t(`steps.${phase.step}`) : words
    case 'idle':
      return ended ? `${words} ${t('answer.done')}` : words
    case 'stopped':
      return t('answer.stopped')
    case 'failed':
      return ''
  }
}
