import { useState, type JSX } from 'react'
import type { Attachment, Attachments } from './attachments'
import { PreviewSheet } from '@/shared/official/PreviewSheet'
import { figure, t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'

/** What the list needs to know of the files, and what it can have done with one. */
export type Listed = Pick<Attachments, 'files' | 'notice' | 'remove' | 'retry'>

/** The files of the next question: name, pages, characters, and how far each is read. */
export function FileList({ attachments }: { attachments: Listed }): JSX.Element {
  const settled = attachments.files.filter((file) => file.state !== 'reading').at(-1)
  const nothing = attachments.files.length === 0 && attachments.notice === ''
  return (
    <>
      <p className="unseen" aria-live="polite">{settled !== undefined && [t(settled.state === 'ready' ? 'files.added' : 'files.not_added', { name: settled.name }), hiddenIn(settled)].join(' ')}</p>
      {!nothing && <Files attachments={attachments} />}
    </>
  )
}

function Files({ attachments }: { attachments: Listed }): JSX.Element {
  return (
    <div className="files">
      <ul aria-label={t('files.list')}>
        {toldFirst(attachments.files).map((file) => (
          <li key={file.id} className={`file file-${file.state}`}>
            <Icon name={file.state === 'failed' ? 'alert' : 'file'} />
            <span className="file-name" title={file.name}>{file.name}</span>
            <span className="file-state">{stateOf(file)}</span>
            {file.state === 'ready' && file.file !== null && hancom.test(file.name) && <Look file={file.file} />}
            {file.state === 'failed' && file.contents !== null && (
              <Act weight="quiet" icon="retry" label={t('files.retry', { name: file.name })} onPress={() => { attachments.retry(file.id) }}>
                {t('app.retry')}
              </Act>
            )}
            <button type="button" className="icon-button" aria-label={t('files.remove', { name: file.name })} onClick={() => { attachments.remove(file.id) }}>
              <Icon name="close" size={18} />
            </button>
            {file.state === 'failed' && <p className="file-why">{file.failure.sentence}</p>}
            {hiddenIn(file) !== '' && <p className="file-why file-hidden">{hiddenIn(file)}</p>}
          </li>
        ))}
      </ul>
      {attachments.notice !== '' && <p className="files-notice" role="alert">{attachments.notice}</p>}
    </div>
  )
}

const hancom = /\.hwpx?$/i

/** Shows the pages of a file as they print; it is drawn in the browser, from the computer of the official. */
function Look({ file }: { file: File }): JSX.Element {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Act weight="quiet" icon="open" label={t('preview.file_of', { name: file.name })} onPress={() => { setOpen(true) }}>{t('preview.file')}</Act>
      {open && <PreviewSheet title={file.name} load={() => Promise.resolve({ ok: true, value: file })} onClose={() => { setOpen(false) }} />}
    </>
  )
}

/** Reasons stand where they are seen without scrolling. */
function toldFirst(files: readonly Attachment[]): Attachment[] {
  const rank = (file: Attachment): number => (file.state === 'failed' ? 0 : hiddenIn(file) === '' ? 2 : 1)
  return files.toSorted((one, other) => rank(one) - rank(other))
}

/** Returns what is told of a file that has text which nobody sees. */
function hiddenIn(file: Attachment): string {
  return file.state === 'ready' && file.document.hidden > 0 ? t('files.hidden', { n: figure(file.document.hidden) }) : ''
}

function stateOf(file: Attachment): string {
  switch (file.state) {
    case 'reading':
      return t('files.reading')
    case 'failed':
      return t('files.failed')
    case 'ready':
      return [t('files.ready'), ...sizeWords(file.document)].join(' · ')
  }
}

/** Returns the pages and characters of a document in words. */
export function sizeWords(document: { pages: number | null; characters: number }): string[] {
  const pages = document.pages === null ? [] : [t('files.pages', { n: figure(document.pages) })]
  return [...pages, t('files.characters', { n: figure(document.characters) })]
}
