import { useState, type JSX } from 'react'
import { ScoreNote } from './ScoreNote'
import type { Drafting } from './draft'
import { copyText } from '@/shared/api/copy'
import { download } from '@/shared/api/download'
import { renderDocument } from '@/shared/api/official'
import { DownloadMenu } from '@/shared/official/DownloadMenu'
import { fileAs, fileName, type FileKind } from '@/shared/official/files'
import { PreviewSheet } from '@/shared/official/PreviewSheet'
import { bodyText } from '@/shared/official/text'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface PageFootProps {
  draft: Drafting
  busy: boolean
}

/** What can be done with the finished page: see it as it prints, save it as a file, or copy its body as text. */
export function PageFoot({ draft, busy }: PageFootProps): JSX.Element {
  const [note, setNote] = useState({ text: '', bad: false })
  const [preview, setPreview] = useState(false)
  const { shown: document, type } = draft
  const disabled = busy || !draft.dirty
  const save = async (kind: FileKind): Promise<void> => {
    setNote({ text: t(kind === 'hwp' ? 'files_out.hwp_making' : 'draft.downloading'), bad: false })
    const outcome = await fileAs(kind, (of) => renderDocument(document, of))
    if (outcome.ok) download(outcome.value, fileName(document.title, kind))
    setNote(outcome.ok ? { text: t('draft.downloaded'), bad: false } : { text: outcome.failure.sentence, bad: true })
  }
  const copy = async (): Promise<void> => {
    const done = await copyText(bodyText(document, type.look))
    setNote(done ? { text: t('answer.copied'), bad: false } : { text: t('answer.copy_failed'), bad: true })
  }
  return (
    <div className="page-foot">
      <p className={note.bad ? 'page-foot-note page-foot-bad' : 'page-foot-note'} role="status">{note.text}</p>
      <ScoreNote checked={draft.checked} />
      <Act icon="copy" disabled={disabled} onPress={() => void copy()}>{t('draft.copy')}</Act>
      <Act icon="print" disabled={disabled} onPress={() => { setPreview(true) }}>{t('preview.open')}</Act>
      <DownloadMenu disabled={disabled} onChoose={(kind) => void save(kind)} />
      {preview && <PreviewSheet title={t('preview.title')} load={() => renderDocument(document, 'hwpx')} onClose={() => { setPreview(false) }} />}
    </div>
  )
}
