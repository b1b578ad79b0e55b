import type { JSX } from 'react'
import type { Piece } from '@/shared/api/documents'
import { t } from '@/shared/text/text'

/** The words of a cell: those that changed are underlined and marked, dashes are told as what they mean. */
export function Pieces({ of, dashed }: { of: readonly Piece[]; dashed: boolean }): JSX.Element {
  return (
    <>
      {of.map(({ text, changed }, at) => {
        if (changed) return <mark key={at} className="differs" data-begins={t('compare.mark_begins')} data-ends={t('compare.mark_ends')}>{text}</mark>
        return dashed ? <Dashed key={at} text={text} /> : <span key={at}>{text}</span>
      })}
    </>
  )
}

const dashes = /(-{3,}(?: +-{2,})*)/

/** Dashes stand for words that are the same; a voice would spell them out, or skip them. */
function Dashed({ text }: { text: string }): JSX.Element {
  return <>{text.split(dashes).map((part, at) => (dashes.test(part) ? <span key={at} role="img" aria-label={t('compare.dashes')}>{part}</span> : part))}</>
}
