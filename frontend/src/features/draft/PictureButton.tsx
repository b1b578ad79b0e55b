import { useState, type JSX } from 'react'
import { FileTrigger } from 'react-aria-components'
import { readPictureFile } from '@/shared/official/picture'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

/** Lets the official put a picture into the body; it stays in the memory of the page. */
export function PictureButton({ onPicture }: { onPicture: (content: string) => void }): JSX.Element {
  const [refused, setRefused] = useState(false)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const content = await readPictureFile(file)
    setRefused(content === null)
    if (content !== null) onPicture(content)
  }
  return (
    <>
      <FileTrigger acceptedFileTypes={['image/png', 'image/jpeg']} onSelect={(files) => void take(files?.[0])}>
        <Act weight="quiet" icon="picture" onPress={() => undefined}>{t('draft.picture')}</Act>
      </FileTrigger>
      {refused && <p className="field-bad" role="alert">{t('draft.picture_refused')}</p>}
    </>
  )
}
