import { useMemo, type JSX, type ReactNode } from 'react'
import { SwitchButton, SwitchField } from 'react-aria-components'
import { categoriesOf } from './trial'
import type { GuardRule, Trial } from '@/shared/api/guard'
import { t } from '@/shared/text/text'
import { Fold } from '@/shared/ui/Fold'

interface GroupsProps {
  rules: readonly GuardRule[]
  /** Names of the rules that are tried without acting. */
  shadow: readonly string[]
  onShadow: (name: string, on: boolean) => void
  trial: Trial | null
}

/** The rules by category, each folded to its name and what it does. */
export function RuleGroups({ rules, shadow, onShadow, trial }: GroupsProps): JSX.Element {
  const categories = useMemo(() => categoriesOf(rules, { words: t('rules.words'), numbers: t('rules.numbers') }), [rules])
  return (
    <>
      {[...categories].map(([category, own]) => (
        <section key={category} className="rules-group" aria-label={category}>
          <h3 className="rules-category">{category} <span className="rules-count">{t('rules.count', { n: own.length })}</span></h3>
          {own.map((rule) => (
            <Fold key={rule.name} title={<RuleName rule={rule} times={timesOf(rule, trial)} />}>
              <RuleFacts rule={rule} />
              <SwitchField isSelected={rule.shadow || shadow.includes(rule.name)} isDisabled={rule.shadow} onChange={(on) => { onShadow(rule.name, on) }}>
                <SwitchButton className="switch">
                  <span className="switch-track" aria-hidden="true"><span className="switch-knob" /></span>
                  {t(rule.shadow ? 'rules.shadow_always' : 'rules.shadow')}
                </SwitchButton>
              </SwitchField>
            </Fold>
          ))}
        </section>
      ))}
    </>
  )
}

function timesOf(rule: GuardRule, trial: Trial | null): number {
  return trial?.findings.filter((finding) => finding.rule === rule.name).length ?? 0
}

function RuleName({ rule, times }: { rule: GuardRule; times: number }): JSX.Element {
  return (
    <span className="rule-name">
      <span>{rule.name}</span>
      <span className="found-end" data-look={rule.shadow ? 'shadow' : rule.action}>{t(`looks.${rule.shadow ? 'shadow' : rule.action}`)}</span>
      {times > 0 && <span className="rule-times">{t('rules.times', { n: times })}</span>}
    </span>
  )
}

function RuleFacts({ rule }: { rule: GuardRule }): JSX.Element {
  return (
    <dl className="rule-facts">
      <Fact name={t('rules.basis')}>{rule.basis}</Fact>
      <Fact name={t('rules.answer')}>{t(rule.answer === 'mask' ? 'rules.answer_mask' : 'rules.answer_pass')}</Fact>
      <Fact name={t('rules.release')}>{t(rule.release ? 'rules.release_may' : 'rules.release_never')}</Fact>
      {rule.labels.length > 0 && <Fact name={t(rule.type === 'WORD' ? 'rules.sought' : 'rules.labels')}>{listed(rule.labels)}</Fact>}
      {rule.matches.length > 0 && <Fact name={t('rules.matches')}><Examples of={rule.matches} /></Fact>}
      {rule.passes.length > 0 && <Fact name={t('rules.passes')}><Examples of={rule.passes} /></Fact>}
      {rule.departments.length > 0 && <Fact name={t('rules.departments')}>{rule.departments.join(', ')}</Fact>}
      {rule.expires !== null && <Fact name={t('rules.expires')}>{rule.expires}</Fact>}
    </dl>
  )
}

const atMost = 40

/** Returns words as a list, cut where it is long. */
function listed(words: readonly string[]): string {
  const rest = words.length - atMost
  return words.slice(0, atMost).join(', ') + (rest > 0 ? t('rules.and_more', { n: rest }) : '')
}

function Fact({ name, children }: { name: string; children: ReactNode }): JSX.Element {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}

function Examples({ of }: { of: readonly string[] }): JSX.Element {
  return <ul className="rule-examples">{of.map((example, at) => <li key={at}>{example}</li>)}</ul>
}
