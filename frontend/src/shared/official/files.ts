import { openHancom } from './hancom'
import type { Outcome } from '@/shared/api/call'
import { known } from '@/shared/api/failure'
import type { RenderKind } from '@/shared/api/official'
import { t } from '@/shared/text/text'

/** The kinds of file that a document can be taken away as; HWP is made in the browser. */
export type FileKind = RenderKind | 'hwp'

export const fileKinds: readonly FileKind[] = ['hwpx', 'hwp', 'docx', 'pdf', 'html', 'txt']

/** Returns a file of a kind, of what the server makes; nothing of it is kept anywhere. */
export async function fileAs(kind: FileKind, render: (kind: RenderKind) => Promise<Outcome<Blob>>): Promise<Outcome<Blob>> {
  if (kind !== 'hwp') return render(kind)
  const hwpx = await render('hwpx')
  if (!hwpx.ok) return hwpx
  const hancom = openHancom()
  try {
    return { ok: true, value: new Blob([await hancom.toHwp(await hwpx.value.arrayBuffer())], { type: 'application/x-hwp' }) }
  } catch {
    return { ok: false, failure: { ...known('unexpected', true), sentence: t('files_out.hwp_failed') } }
  } finally {
    hancom.close()
  }
}

/** Returns the name of a document's file. */
export function fileName(title: string, kind: FileKind): string {
  const plain = title.replaceAll(/[\\/:*?"<>|]/g, ' ').replaceAll(/\s+/g, ' ').trim()
  return `${plain === '' ? t('draft.file_name') : plain.slice(0, 80)}.${kind}`
}
