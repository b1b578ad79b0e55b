import { useState, type JSX } from 'react'
import { tableHtml, tableText } from './clip'
import { copyRich } from '@/shared/api/copy'
import { comparisonFile, type Comparison, type Showing, type Versions } from '@/shared/api/documents'
import { download } from '@/shared/api/download'
import { DownloadMenu } from '@/shared/official/DownloadMenu'
import { fileAs, fileName, type FileKind } from '@/shared/official/files'
import { PreviewSheet } from '@/shared/official/PreviewSheet'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface FootProps {
  versions: Versions
  showing: Showing
  /** Null while there is none to take away. */
  comparison: Comparison | null
}

/** What can be done with the table: copy it, see it as it prints, or save it as a file. */
export function CompareFoot({ versions, showing, comparison }: FootProps): JSX.Element {
  const [note, setNote] = useState({ text: '', bad: false })
  const [preview, setPreview] = useState(false)
  const save = async (kind: FileKind): Promise<void> => {
    setNote({ text: t(kind === 'hwp' ? 'files_out.hwp_making' : 'draft.downloading'), bad: false })
    const outcome = await fileAs(kind, (of) => comparisonFile(versions, showing, of))
    if (outcome.ok) download(outcome.value, fileName(t('compare.file_name'), kind))
    setNote(outcome.ok ? { text: t('draft.downloaded'), bad: false } : { text: outcome.failure.sentence, bad: true })
  }
  const copy = (): void => {
    const done = comparison !== null && copyRich(tableHtml(comparison.rows), tableText(comparison.rows))
    setNote(done ? { text: t('compare.copied'), bad: false } : { text: t('compare.copy_failed'), bad: true })
  }
  return (
    <div className="page-foot">
      <p className={note.bad ? 'page-foot-note page-foot-bad' : 'page-foot-note'} role="status">{note.text}</p>
      <Act icon="copy" disabled={comparison === null || comparison.rows.length === 0} onPress={copy}>{t('compare.copy')}</Act>
      <Act icon="print" disabled={comparison === null} onPress={() => { setPreview(true) }}>{t('preview.open')}</Act>
      <DownloadMenu disabled={comparison === null} onChoose={(kind) => void save(kind)} />
      {preview && <PreviewSheet title={t('preview.title')} load={() => comparisonFile(versions, showing, 'hwpx')} onClose={() => { setPreview(false) }} />}
    </div>
  )
}
