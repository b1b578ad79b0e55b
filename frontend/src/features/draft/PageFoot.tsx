import { useState, type JSX } from 'react'
import { copyText } from '@/shared/api/copy'
import { download } from '@/shared/api/download'
import { renderHwpx, renderText } from '@/shared/api/official'
import type { OfficialDocument } from '@/shared/official/model'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface PageFootProps {
  document: OfficialDocument
  disabled: boolean
  onUndo: (() => void) | null
}

/** What can be done with the finished page: save it as a file, or copy it as text. */
export function PageFoot({ document, disabled, onUndo }: PageFootProps): JSX.Element {
  const [note, setNote] = useState({ text: '', bad: false })
  const save = async (): Promise<void> => {
    setNote({ text: t('draft.downloading'), bad: false })
    const outcome = await renderHwpx(document)
    if (outcome.ok) download(outcome.value, `${fileName(document.title)}.hwpx`)
    setNote(outcome.ok ? { text: t('draft.downloaded'), bad: false } : { text: outcome.failure.sentence, bad: true })
  }
  const copy = async (): Promise<void> => {
    const outcome = await renderText(document)
    if (!outcome.ok) {
      setNote({ text: outcome.failure.sentence, bad: true })
      return
    }
    const done = await copyText(outcome.value.text)
    setNote(done ? { text: t('answer.copied'), bad: false } : { text: t('answer.copy_failed'), bad: true })
  }
  return (
    <div className="page-foot">
      <p className={note.bad ? 'page-foot-note page-foot-bad' : 'page-foot-note'} role="status">{note.text}</p>
      {onUndo !== null && <Act weight="quiet" icon="undo" onPress={onUndo}>{t('draft.undo')}</Act>}
      <Act icon="copy" disabled={disabled} onPress={() => void copy()}>{t('draft.copy')}</Act>
      <Act weight="primary" icon="download" disabled={disabled} onPress={() => void save()}>{t('draft.download')}</Act>
    </div>
  )
}

function fileName(title: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return plain === '' ? t('draft.file_name') : plain.slice(0, 80)
}
