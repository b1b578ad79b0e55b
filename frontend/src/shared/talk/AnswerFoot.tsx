import { useState, type JSX } from 'react'
import { plainText } from './rich'
import { copyText } from '@/shared/api/copy'
import type { AnswerFacts } from '@/shared/api/types'
import { figure, t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'

interface FootProps {
  text: string
  facts: Partial<AnswerFacts>
  onRetry: (() => void) | null
  onRewrite: (() => void) | null
}

/** Under an answer: one quiet line of what it is, and what can be done with it. */
export function AnswerFoot({ text, facts, onRetry, onRewrite }: FootProps): JSX.Element {
  const [note, setNote] = useState('')
  const copy = async (): Promise<void> => {
    setNote('')
    setNote((await copyText(plainText(text))) ? t('answer.copied') : t('answer.copy_failed'))
  }
  return (
    <footer className="answer-foot">
      {(facts.leftovers ?? 0) > 0 && <p className="answer-notice"><Icon name="alert" size={18} />{t('answer.leftovers', { n: facts.leftovers ?? 0 })}</p>}
      {(facts.masked_answer ?? 0) > 0 && <p className="answer-notice"><Icon name="shield" size={18} />{t('answer.masked_answer', { n: facts.masked_answer ?? 0 })}</p>}
      {(text !== '' || facts.model !== undefined) && <p className="answer-facts">{factWords(facts).join(' · ')}</p>}
      <div className="acts">
        {text !== '' && <Act weight="quiet" icon="copy" onPress={() => void copy()}>{t('answer.copy')}</Act>}
        {onRetry !== null && <Act weight="quiet" icon="retry" onPress={onRetry}>{t('answer.retry')}</Act>}
        {onRewrite !== null && <Act weight="quiet" icon="edit" onPress={onRewrite}>{t('answer.rewrite')}</Act>}
        <span className="acts-note" role="status">{note}</span>
      </div>
    </footer>
  )
}

/** Returns what the line under an answer says, piece by piece; a draft rests on no sources. */
export function factWords(facts: Partial<AnswerFacts>, draft = false): string[] {
  const extracted = draft ? t('answer.composed') : t('answer.extracted')
  const kind = facts.language_model === false ? extracted : t('answer.ai_draft')
  if (facts.model === undefined) return [kind, t('answer.unfinished')]
  return [
    kind,
    facts.label ?? facts.model,
    t('answer.grade', { grade: facts.grade ?? 'O' }),
    t(`models.${facts.retention ?? 'none'}`),
    t('answer.won', { n: figure(facts.won ?? 0) }),
    ...((facts.masked ?? 0) > 0 ? [t('answer.masked', { n: facts.masked ?? 0 })] : []),
    ...(draft ? [] : [t('answer.sources', { n: facts.sources ?? 0 })]),
  ]
}
