import type { JSX } from 'react'
import type { OfficialDocument, Signature } from '@/shared/official/model'
import { t } from '@/shared/text/text'

/** The closing of an official document: who sends it, who signed, how to reach them. */
export function Closing({ document }: { document: OfficialDocument }): JSX.Element {
  const signers = document.signatures.filter((each) => each.role !== 'cooperator')
  const cooperators = document.signatures.filter((each) => each.role === 'cooperator')
  const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join('  ')
  const labelled = (key: 'official.phone' | 'official.fax', value: string): string => (value === '' ? '' : `${t(key)} ${value}`)
  const parted = (words: readonly string[]): string => words.filter((word) => word !== '').join('  /  ')
  const contact = [
    parted([document.address === '' ? '' : joined([t('official.post'), document.address]), document.homepage]),
    parted([joined([labelled('official.phone', document.phone), labelled('official.fax', document.fax)]), document.email, document.disclosure]),
  ]
  return (
    <div className="paper-closing">
      {(document.sender !== '' || document.seal !== '') && (
        <p className="paper-sender">{document.sender}{document.seal !== '' && <span className="paper-seal">{document.seal}</span>}</p>
      )}
      {document.recipients.length > 0 && (
        <p className="paper-line"><span className="paper-key">{`${t('official.recipients')}  `}</span>{document.recipients.join(', ')}</p>
      )}
      <div className="paper-signs">
        {signers.map((each, at) => <Sign key={at} signature={each} />)}
      </div>
      <p className="paper-small">{joined([t('draft.cooperator'), ...cooperators.map((each) => [each.title, each.mark, each.name].filter((word) => word !== '').join(' '))])}</p>
      <p className="paper-small"><span>{joined([t('official.enforce'), document.number + (document.date === '' ? '' : `(${document.date})`)])}</span><span>{t('official.receive')}</span></p>
      {contact.map((line, at) => line !== '' && <p className="paper-small" key={at}>{line}</p>)}
    </div>
  )
}

function Sign({ signature }: { signature: Signature }): JSX.Element {
  return (
    <span className="paper-sign">
      <span className="paper-sign-title">{signature.title}</span>
      <span className="paper-sign-name">{signature.mark !== '' && <em>{signature.mark}</em>}{signature.name}</span>
    </span>
  )
}
