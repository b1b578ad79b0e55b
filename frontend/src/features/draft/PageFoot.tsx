import { useState, type JSX } from 'react'
import { copyText } from '@/shared/api/copy'
import { download } from '@/shared/api/download'
import { renderHwpx } from '@/shared/api/official'
import type { OfficialDocument } from '@/shared/official/model'
import { bodyText } from '@/shared/official/text'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

interface PageFootProps {
  document: OfficialDocument
  disabled: boolean
  turn: 'undo' | 'redo' | null
  onTurn: () => void
}

/** What can be done with the finished page: save it as a file, or copy its body as text. */
export function PageFoot({ document, disabled, turn, onTurn }: PageFootProps): JSX.Element {
  const [note, setNote] = useState({ text: '', bad: false })
  const save = async (): Promise<void> => {
    setNote({ text: t('draft.downloading'), bad: false })
    const outcome = await renderHwpx(document)
    if (outcome.ok) download(outcome.value, `${fileName(document.title)}.hwpx`)
    setNote(outcome.ok ? { text: t('draft.downloaded'), bad: false } : { text: outcome.failure.sentence, bad: true })
  }
  const copy = async (): Promise<void> => {
    const done = await copyText(bodyText(document))
    setNote(done ? { text: t('answer.copied'), bad: false } : { text: t('answer.copy_failed'), bad: true })
  }
  return (
    <div className="page-foot">
      <p className={note.bad ? 'page-foot-note page-foot-bad' : 'page-foot-note'} role="status">{note.text}</p>
      {turn !== null && <Act weight="quiet" icon="undo" onPress={onTurn}>{t(`draft.${turn}`)}</Act>}
      <Act icon="copy" disabled={disabled} onPress={() => void copy()}>{t('draft.copy')}</Act>
      <Act weight="primary" icon="download" disabled={disabled} onPress={() => void save()}>{t('draft.download')}</Act>
    </div>
  )
}

function fileName(title: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return plain === '' ? t('draft.file_name') : plain.slice(0, 80)
}
