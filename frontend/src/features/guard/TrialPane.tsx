import type { JSX } from 'react'
import type { Tried } from './trial'
import type { Rejection, Trial, TriedFinding } from '@/shared/api/guard'
import { Basis } from '@/shared/guard/Basis'
import { Marked, type Mark } from '@/shared/guard/Marked'
import { figure, t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Field } from '@/shared/ui/Field'

const longest = 20_000 // characters; the server tries no more at once

interface TrialProps {
  text: string
  onText: (text: string) => void
  trial: Tried | null
}

/** A field to try the rules on, and what they make of the text. */
export function TrialPane({ text, onText, trial }: TrialProps): JSX.Element {
  return (
    <section className="trial" aria-label={t('rules.try')}>
      <h2 className="rules-title">{t('rules.try')}</h2>
      <Field label={t('rules.text')} hint={t('rules.text_hint')} rows={5} most={longest} value={text} onChange={onText} />
      {text === '' && <div><Act onPress={() => { onText(t('rules.example_text')) }}>{t('rules.example')}</Act></div>}
      <p className="unseen" role="status">{spoken(trial)}</p>
      {trial?.state === 'waiting' && <p className="trial-note">{t('rules.waiting')}</p>}
      {trial?.state === 'failed' && <p className="trial-note" role="alert">{trial.failure.sentence}</p>}
      {trial?.state === 'known' && <Outcome text={trial.text} trial={trial.trial} />}
    </section>
  )
}

function spoken(trial: Tried | null): string {
  return trial?.state === 'known' ? t('rules.told', { n: trial.trial.findings.length, m: trial.trial.rejections.length }) : ''
}

function Outcome({ text, trial: { findings, rejections, masked, restored, same } }: { text: string; trial: Trial }): JSX.Element {
  const marks: Mark[] = [
    ...findings.map(({ start, end, label, action, shadow }): Mark => ({ start, end, label, look: shadow ? 'shadow' : action })),
    ...rejections.map(({ start, end, label }): Mark => ({ start, end, label, look: 'rejected' })),
  ]
  return (
    <>
      <h3 className="trial-name">{t('rules.seen')}</h3>
      <p className="trial-text" data-shown="seen"><Marked text={text} marks={marks} /></p>
      <h3 className="trial-name">{t('rules.findings', { n: findings.length })}</h3>
      {findings.length === 0
        ? <p className="trial-note">{t('rules.no_findings')}</p>
        : <ul className="trial-list" aria-label={t('rules.findings', { n: findings.length })}>{findings.map((finding, at) => <FindingRow key={at} finding={finding} />)}</ul>}
      {rejections.length > 0 && (
        <>
          <h3 className="trial-name">{t('rules.rejections', { n: rejections.length })}</h3>
          <ul className="trial-list" aria-label={t('rules.rejections', { n: rejections.length })}>
            {rejections.map((rejection, at) => <RejectionRow key={at} rejection={rejection} />)}
          </ul>
        </>
      )}
      <h3 className="trial-name">{t('rules.masked')}</h3>
      <p className="trial-text" data-shown="masked">{masked}</p>
      <p className={same ? 'trial-same' : 'trial-differs'}>{t(same ? 'rules.same' : 'rules.differs')}</p>
      {!same && <p className="trial-text" data-shown="restored">{restored}</p>}
    </>
  )
}

function FindingRow({ finding: { value, label, action, shadow, why, basis, score, rule } }: { finding: TriedFinding }): JSX.Element {
  return (
    <li className="found-item" data-look={shadow ? 'shadow' : action}>
      <div className="found-line">
        <strong className="found-plain">{value}</strong>
        <span className="found-kind">{label}</span>
        <span className="found-end">{t(`looks.${shadow ? 'shadow' : action}`)}</span>
        <Basis of={label} basis={basis} />
      </div>
      <p className="found-why">{[why, rule === label ? '' : rule, t('rules.score', { n: figure(score * 100) })].filter((words) => words !== '').join(' · ')}</p>
    </li>
  )
}

function RejectionRow({ rejection: { value, label, reason, score } }: { rejection: Rejection }): JSX.Element {
  return (
    <li className="found-item" data-look="rejected">
      <div className="found-line">
        <strong className="found-plain">{value}</strong>
        <span className="found-kind">{label}</span>
        <span className="found-end">{t('looks.rejected')}</span>
      </div>
      <p className="found-why">{reason} · {t('rules.score', { n: figure(score * 100) })}</p>
    </li>
  )
}
