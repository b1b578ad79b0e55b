import type { JSX } from 'react'
import { piecesOf, type Span } from './place'
import type { Action } from '@/shared/api/guard'
import { t } from '@/shared/text/text'

/** How a finding looks in a text. */
export interface Mark extends Span {
  label: string
  look: Action | 'released' | 'shadow' | 'rejected'
  /** The element's id, so that a list can lead to it. */
  id?: string
}

/** A text with what was found in it: only the finding itself is marked, and its name stands after it. */
export function Marked({ text, marks }: { text: string; marks: readonly Mark[] }): JSX.Element {
  return (
    <>
      {piecesOf(text, marks).map(({ text: words, span }, at) =>
        span === null
          ? words
          : (
            <span key={at} className="found" data-look={span.look}>
              <mark {...(span.id === undefined ? {} : { id: span.id, tabIndex: -1 })}>{words}</mark>
              <span className="found-label">{labelWords(span)}</span>
            </span>
          ),
      )}
    </>
  )
}

function labelWords({ label, look }: Mark): string {
  return look === 'mask' ? label : `${label} · ${t(`looks.${look}`)}`
}
