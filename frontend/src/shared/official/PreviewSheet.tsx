import { useEffect, useEffectEvent, useRef, useState, type JSX } from 'react'
import { openHancom, type DrawnPage, type Hancom, type OpenedFile } from './hancom'
import type { Outcome } from '@/shared/api/call'
import { t } from '@/shared/text/text'
import { Sheet } from '@/shared/ui/Sheet'

interface PreviewProps {
  title: string
  /** Gets the HWP or HWPX file that is shown. */
  load: () => Promise<Outcome<Blob>>
  onClose: () => void
}

type Shown = { state: 'loading' } | { state: 'failed'; sentence: string } | { state: 'open'; hancom: Hancom; file: OpenedFile }

/** The pages of a file as they print, drawn in the browser. */
export function PreviewSheet({ title, load, onClose }: PreviewProps): JSX.Element {
  const [shown, setShown] = useState<Shown>({ state: 'loading' })
  const loading = useEffectEvent(load)
  useEffect(() => {
    const hancom = openHancom()
    let here = true
    const settle = (next: Shown): void => { if (here) setShown(next) }
    void loading().then(async (outcome) => {
      if (!outcome.ok) settle({ state: 'failed', sentence: outcome.failure.sentence })
      else settle({ state: 'open', hancom, file: await hancom.open(await outcome.value.arrayBuffer()) })
    }).catch(() => { settle({ state: 'failed', sentence: t('preview.failed') }) })
    return () => {
      here = false
      hancom.close()
    }
  }, [])
  return (
    <Sheet title={title} open wide onClose={onClose}>
      <div role="status">
        {shown.state === 'loading' && <p className="working"><span className="working-mark" aria-hidden="true" />{t('preview.loading')}</p>}
        {shown.state === 'open' && <p className="sheet-small">{t('preview.pages', { n: shown.file.pages })}</p>}
      </div>
      {shown.state === 'failed' && <p className="preview-failed" role="alert">{shown.sentence}</p>}
      {shown.state === 'open' && (
        <div className="preview-pages" role="group" aria-label={t('preview.pages', { n: shown.file.pages })} tabIndex={0}>
          {Array.from({ length: shown.file.pages }, (_, page) => <PageView key={page} page={page} hancom={shown.hancom} file={shown.file} />)}
        </div>
      )}
    </Sheet>
  )
}

type Drawn = { state: 'waiting' } | { state: 'failed' } | { state: 'drawn'; address: string; text: string }

/** One page, drawn when it comes near; its words stand beside the picture for whoever cannot see it. */
function PageView({ page, hancom, file }: { page: number; hancom: Hancom; file: OpenedFile }): JSX.Element {
  const box = useRef<HTMLElement>(null)
  const drawn = useDrawn(box, page, hancom)
  return (
    <figure ref={box} className="preview-page" aria-busy={drawn.state === 'waiting'}>
      {drawn.state === 'drawn'
        ? <img src={drawn.address} alt="" width={file.width} height={file.height} />
        : <svg className="preview-blank" viewBox={`0 0 ${file.width} ${file.height}`} aria-hidden="true" />}
      {drawn.state === 'failed' && <p className="preview-failed">{t('preview.page_failed')}</p>}
      <figcaption className="preview-number">{t('files.pages', { n: page + 1 })}</figcaption>
      {drawn.state === 'drawn' && <div className="unseen">{drawn.text.split(/\r?\n/).map((line, at) => line.trim() !== '' && <p key={at}>{line}</p>)}</div>}
    </figure>
  )
}

function useDrawn(box: React.RefObject<HTMLElement | null>, page: number, hancom: Hancom): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ state: 'waiting' })
  useEffect(() => {
    const seen = box.current
    if (seen === null) return undefined
    let address = ''
    let here = true
    const show = ({ svg, text }: DrawnPage): void => {
      if (!here) return
      address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) // as a picture nothing in it runs or loads
      setDrawn({ state: 'drawn', address, text })
    }
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watch.disconnect()
      hancom.page(page).then(show, () => { if (here) setDrawn({ state: 'failed' }) })
    }, { rootMargin: '400px' })
    watch.observe(seen)
    return () => {
      here = false
      watch.disconnect()
      if (address !== '') URL.revokeObjectURL(address)
    }
  }, [box, page, hancom])
  return drawn
}
