import { memo, useEffect, useRef, useState, type JSX } from 'react'
import type { Block, Guarded, ReadDocument, Source } from '@/shared/api/types'
import { Basis } from '@/shared/guard/Basis'
import { GradeBadge } from '@/shared/guard/GradeBadge'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Choice } from '@/shared/ui/Choice'
import { Icon } from '@/shared/ui/Icon'
import { WideBox } from '@/shared/ui/WideBox'

/** A press on a source number; `times` tells a second press on the same number apart. */
export interface Pointed {
  /** The message whose number was pressed. */
  answer: string
  source: Source
  times: number
}

interface SourcePanelProps {
  documents: readonly ReadDocument[]
  pointed: Pointed | null
  guard: Guarded | null
  onBack: () => void
}

/** What the answer rests on: the place in the document, and what was masked before sending. */
export function SourcePanel({ documents, pointed, guard, onBack }: SourcePanelProps): JSX.Element {
  return (
    <aside className="sources" aria-label={t('sources.title')}>
      <header className="sources-head">
        <h2 className="zone-title">{t('sources.title')}</h2>
        <Act weight="quiet" icon="left" onPress={onBack}>{t('sources.back')}</Act>
      </header>
      {guard !== null && <GuardNote guard={guard} />}
      {documents.length === 0
        ? <p className="sources-empty">{t('sources.no_document')}</p>
        : <DocumentView documents={documents} pointed={pointed} />}
    </aside>
  )
}

function GuardNote({ guard }: { guard: Guarded }): JSX.Element {
  return (
    <section className="guard" aria-label={t('sources.masked')}>
      <h3 className="guard-title">{t('sources.masked')}</h3>
      {guard.counts.length === 0
        ? <p>{t('sources.masked_none')}</p>
        : (
          <>
            <ul className="guard-counts">
              {guard.counts.map((each) => <li key={each.type}>{t('sources.masked_item', { label: each.label, n: each.count })}</li>)}
            </ul>
            <p className="guard-note">{t('sources.masked_note')}</p>
          </>
        )}
      {guard.released > 0 && <p>{t('sources.released', { n: guard.released })}</p>}
      {guard.orders > 0 && <p className="guard-orders"><Icon name="alert" size={18} />{t('sources.orders', { n: guard.orders })}</p>}
      {guard.hidden > 0 && <p className="guard-orders"><Icon name="alert" size={18} />{t('sources.hidden', { n: guard.hidden })}</p>}
      {guard.warnings.length > 0 && <Warnings warnings={guard.warnings} />}
      <p className="guard-grade">{t('sources.grade')} <GradeBadge before={guard.grade_before} after={guard.grade} /></p>
      {guard.reasons.length > 0 && <p className="guard-note">{t('sources.reasons')}: {guard.reasons.join(', ')}</p>}
    </section>
  )
}

/** What the agency wants to be told of, with the reason. */
function Warnings({ warnings }: Pick<Guarded, 'warnings'>): JSX.Element {
  return (
    <ul className="guard-warnings" aria-label={t('sources.warnings')}>
      {warnings.map(({ rule, why, basis }, at) => (
        <li key={at}>
          <strong>{rule}</strong>
          <span>{why}</span>
          <Basis of={rule} basis={basis} />
        </li>
      ))}
    </ul>
  )
}

function DocumentView({ documents, pointed }: Pick<SourcePanelProps, 'documents' | 'pointed'>): JSX.Element {
  const [picked, setPicked] = useState<{ at: number; times: number }>({ at: documents.length - 1, times: 0 })
  const times = pointed?.times ?? 0
  const at = pointed !== null && picked.times !== times ? pointed.source.document : Math.min(picked.at, documents.length - 1)
  const document = documents[at]
  const marked = pointed !== null && pointed.source.document === at ? pointed : null
  return (
    <section className="source" aria-label={t('sources.document')}>
      {documents.length > 1
        ? (
          <Choice
            label={t('sources.documents')}
            value={String(at)}
            options={documents.map((each, place) => ({ id: String(place), label: each.name }))}
            onChoose={(place) => { setPicked({ at: Number(place), times }) }}
          />
        )
        : <h3 className="source-name">{document?.name}</h3>}
      {pointed === null && <p className="sources-empty">{t('sources.empty')}</p>}
      {document !== undefined && <Blocks document={document} marked={marked} />}
    </section>
  )
}

const Blocks = memo(function Blocks({ document, marked }: { document: ReadDocument; marked: Pointed | null }): JSX.Element {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (marked === null) return
    mark.current?.scrollIntoView({ block: 'center' })
    mark.current?.focus({ preventScroll: true })
  }, [marked])
  return (
    <div className="source-page" role="region" aria-label={t('sources.of', { name: document.name })} tabIndex={0}>
      {document.blocks.map((block, at) =>
        marked?.source.block === at
          ? (
            <div key={at} className="source-block source-marked" ref={mark} tabIndex={-1}>
              <p className="source-flag">
                {t('sources.marked', { n: marked.source.number })}
                {block.page !== null && ` · ${t('sources.page', { n: block.page })}`}
              </p>
              <BlockView block={block} quote={marked.source.quote} />
            </div>
          )
          : <div key={at} className="source-block"><BlockView block={block} quote="" /></div>,
      )}
    </div>
  )
})

function BlockView({ block, quote }: { block: Block; quote: string }): JSX.Element {
  switch (block.kind) {
    case 'heading':
      return <p className="source-heading" data-level={block.level}><Quoted text={block.text} quote={quote} /></p>
    case 'paragraph':
      return <p><Quoted text={block.text} quote={quote} /></p>
    case 'table':
      return (
        <WideBox className="rich-table" label={t('answer.table')}>
          <table>
            <tbody>
              {block.rows.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}><Quoted text={cell} quote={quote} /></td>)}</tr>)}
            </tbody>
          </table>
        </WideBox>
      )
  }
}

function Quoted({ text, quote }: { text: string; quote: string }): JSX.Element {
  const from = quote === '' ? -1 : text.indexOf(quote)
  if (from === -1) return <>{text}</>
  return <>{text.slice(0, from)}<mark>{quote}</mark>{text.slice(from + quote.length)}</>
}
