import { Fragment, type JSX } from 'react'
import { Spot } from './Spot'
import type { Look } from '@/shared/official/look'
import type { OfficialDocument, Signature } from '@/shared/official/model'
import { t } from '@/shared/text/text'

interface ClosingProps {
  document: OfficialDocument
  look: Look
}

/** What stands below the body: the closing of a letter, or the date and the sender. */
export function Closing({ document, look }: ClosingProps): JSX.Element | null {
  switch (look.closing) {
    case 'letter':
      return <div className="paper-closing"><Sent document={document} /><Block document={document} /></div>
    case 'sender':
      return (
        <div className="paper-closing">
          {document.date !== '' && <p className="paper-date"><Spot place="date" text={document.date} /></p>}
          <Sent document={document} />
        </div>
      )
    case 'none':
      return null
  }
}

/** Who sends it, and the list of who receives it. */
function Sent({ document }: { document: OfficialDocument }): JSX.Element {
  return (
    <>
      {(document.sender !== '' || document.seal !== '') && (
        <p className="paper-sender"><Spot place="sender" text={document.sender} />{document.seal !== '' && <span className="paper-seal">{document.seal}</span>}</p>
      )}
      {document.recipients.length > 0 && (
        <p className="paper-line">
          <span className="paper-key">{`${t('official.recipients')}  `}</span>
          <span>{document.recipients.map((each, at) => <Fragment key={at}>{at > 0 && ', '}<Spot place={`recipients[${at}]`} text={each} /></Fragment>)}</span>
        </p>
      )}
    </>
  )
}

/** The boxes of the form: who signed, its number, how to reach the agency. */
function Block({ document }: { document: OfficialDocument }): JSX.Element {
  const signers = (['drafter', 'reviewer', 'approver'] as const).flatMap((role) => document.signatures.filter((each) => each.role === role))
  const cooperators = document.signatures.filter((each) => each.role === 'cooperator')
  const joined = (words: readonly string[]): string => words.filter((word) => word !== '').join('  ')
  const labelled = (key: 'official.phone' | 'official.fax', value: string): string => (value === '' ? '' : `${t(key)} ${value}`)
  const parted = (words: readonly string[]): string => words.filter((word) => word !== '').join(' / ')
  const contact = [
    parted([document.address === '' ? '' : `${document.address.startsWith(t('official.post')) ? '' : `${t('official.post')} `}${document.address}`, document.homepage]),
    parted([joined([labelled('official.phone', document.phone), labelled('official.fax', document.fax)]), document.email, document.disclosure]),
  ]
  return (
    <>
      <div className="paper-signs">
        {signers.map((each, at) => <Sign key={at} signature={each} />)}
      </div>
      <p className="paper-small">{joined([t('draft.cooperator'), ...cooperators.map((each) => [each.title, each.mark, each.name].filter((word) => word !== '').join(' '))])}</p>
      <p className="paper-small"><span>{joined([t('official.enforce'), document.number + (document.date === '' ? '' : `(${document.date})`)])}</span><span>{t('official.receive')}</span></p>
      {contact.map((line, at) => line !== '' && <p className="paper-small" key={at}>{line}</p>)}
    </>
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
