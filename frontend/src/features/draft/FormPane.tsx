import { useRef, type JSX, type RefObject, type SyntheticEvent } from 'react'
import { FactField, FieldOf } from './FieldsOfType'
import { FoldedFields } from './FoldedFields'
import { TypeChooser } from './TypeChooser'
import type { Drafting } from './draft'
import { canCompose } from './form'
import { keptFacts } from './types'
import { Strip } from '@/shared/guard/Strip'
import { showsFacts } from '@/shared/official/look'
import { ConditionsBar } from '@/shared/talk/ConditionsBar'
import { FileList } from '@/shared/talk/FileList'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Field } from '@/shared/ui/Field'
import { FilePick } from '@/shared/ui/FilePick'

const doubleClick = 600

interface FormPaneProps {
  draft: Drafting
  busy: boolean
  onCompose: () => void
  /** Where the official begins to write. */
  first: RefObject<HTMLTextAreaElement | null>
  pane: RefObject<HTMLElement | null>
}

/** The form of an official document: what its type needs, the rest folded. */
export function FormPane({ draft, busy, onCompose, first, pane }: FormPaneProps): JSX.Element {
  const { form, attachments } = draft
  const composedAt = useRef(-doubleClick)
  const compose = (): void => {
    composedAt.current = performance.now()
    onCompose()
  }
  const pass = (event: SyntheticEvent): void => {
    if (performance.now() - composedAt.current < doubleClick) event.stopPropagation() // a double click is no second wish
  }
  const reading = attachments.files.some((file) => file.state === 'reading')
  return (
    <section ref={pane} className="form" aria-label={t('draft.form')}>
      <div className="form-fields">
        <div className="form-head">
          <h2 className="zone-title">{t('draft.form')}</h2>
          {draft.types.list.length > 0 && !busy && <Act weight="quiet" icon="draft" onPress={draft.example}>{t('draft.example')}</Act>}
        </div>
        <TypeChooser types={draft.types} type={draft.type} kept={keptFacts(form.facts, draft.type)} onChoose={(type) => { draft.change({ document: { ...form.document, type } }) }} />
        <Field label={t('draft.request')} hint={t('draft.request_hint')} rows={4} field={first} value={form.request} onChange={(request) => { draft.change({ request }) }} />
        <FileList attachments={attachments} />
        <FilePick label={t('draft.files')} onFiles={attachments.add} />
        <Fields draft={draft} />
        <FoldedFields form={form} onChange={draft.change} shown={draft.type.fields} />
      </div>
      <Strip check={draft.check} releases={draft.releases} />
      <div className="form-foot" onPointerDownCapture={pass} onClickCapture={pass}>
        <ConditionsBar conditions={draft.conditions} after={draft.check.after} onChange={draft.setConditions} />
        {busy
          ? <Act weight="primary" icon="stop" onPress={draft.stop}>{t('draft.stop')}</Act>
          : <Act weight="primary" icon="draft" disabled={reading || !canCompose(form)} onPress={compose}>{t('draft.compose')}</Act>}
      </div>
    </section>
  )
}

/** What the type asks for, in its order; its facts stand before the body, as in the document. */
function Fields({ draft: { form, type, change } }: { draft: Drafting }): JSX.Element {
  const before = type.fields.findIndex((name) => name === 'body' || name === 'attachments')
  const cut = before === -1 ? type.fields.length : before
  const field = (name: (typeof type.fields)[number]): JSX.Element => <FieldOf key={name} name={name} form={form} onChange={change} />
  return (
    <>
      {type.fields.slice(0, cut).map(field)}
      {type.facts.length > 0 && (
        <fieldset className="group facts">
          <legend className="field-label facts-title">{t(showsFacts(type.look) ? 'draft.facts' : 'draft.facts_told')}</legend>
          <p className="field-hint">{t(showsFacts(type.look) ? 'draft.facts_hint' : 'draft.facts_told_hint')}</p>
          {type.facts.map((rule) => (
            <FactField key={rule.label} rule={rule} text={form.facts[rule.label] ?? ''} onChange={(text) => { change({ facts: { ...form.facts, [rule.label]: text } }) }} />
          ))}
        </fieldset>
      )}
      {type.fields.slice(cut).map(field)}
    </>
  )
}
