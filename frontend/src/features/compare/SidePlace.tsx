import type { JSX, Ref } from 'react'
import type { Side, Sides } from './sides'
import { FileList } from '@/shared/talk/FileList'
import { t } from '@/shared/text/text'
import { FilePick } from '@/shared/ui/FilePick'

interface PlaceProps {
  side: Side
  sides: Sides
  /** Whether files are held over the page. */
  over: boolean
  pick: Ref<HTMLButtonElement> | null
}

/** The place of one version: what lies there and how far it is read, or what can be put there. */
export function SidePlace({ side, sides, over, pick }: PlaceProps): JSX.Element {
  const file = sides.files[side]
  const listed = {
    files: file === null ? [] : [file],
    notice: '',
    remove: () => { sides.remove(side) },
    retry: () => { sides.retry(side) },
  }
  return (
    <section className="side" data-side={side} data-over={over} aria-label={t(`sides.${side}`)}>
      <div className="side-head">
        <h2 className="side-name">{t(`sides.${side}`)}</h2>
        <FilePick
          label={t(file === null ? 'compare.pick' : 'compare.pick_other')}
          name={t(file === null ? 'compare.pick_of' : 'compare.pick_other_of', { side: t(`sides.${side}`) })}
          weight={file === null ? 'secondary' : 'quiet'}
          onFiles={(files) => { sides.put(files, side) }}
          {...(pick === null ? {} : { ref: pick })}
        />
      </div>
      <FileList attachments={listed} />
      {file === null && <p className="side-empty">{t('compare.drop_here')}</p>}
    </section>
  )
}
