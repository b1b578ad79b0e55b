import type { JSX } from 'react'
import { Closing } from './Closing'
import { PaperBody } from './PaperBody'
import { FactTable } from './PaperFacts'
import { PaperHead } from './PaperHead'
import type { Look } from '@/shared/official/look'
import type { OfficialDocument } from '@/shared/official/model'

interface PageProps {
  document: OfficialDocument
  look: Look
  busy: boolean
}

/** The official document as it will print on A4, laid out as its type is. */
export function Page({ document, look, busy }: PageProps): JSX.Element {
  return (
    <article className="paper" data-head={look.head} aria-busy={busy}>
      <PaperHead document={document} look={look} />
      {look.head !== 'press' && look.table && <FactTable facts={document.facts} />}
      <PaperBody document={document} look={look} />
      <Closing document={document} look={look} />
    </article>
  )
}
