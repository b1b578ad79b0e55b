import { useEffect, useEffectEvent, useRef, useState, type JSX } from 'react'
import { openHancom, type DrawnPage, type Hancom, type OpenedFile } from './hancom'
import type { Outcome } from '@/shared/api/call'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Sheet } from '@/shared/ui/Sheet'

interface PreviewProps {
  title: string
  /** Gets the HWP or HWPX file that is shown. */
  load: () => Promise<Outcome<Blob>>
  onClose: () => void
}

type Shown = { state: 'loading' } | { state: 'failed'; sentence: string } | { state: 'open'; hancom: Hancom; file: OpenedFile }

/** The pages of a file as they print, drawn in the browser, and the way to the printer. */
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
  const printing = usePrinting(shown.state === 'open' ? shown.file.pages : 0)
  const foot = (
    <>
      <Act onPress={onClose}>{t('app.close')}</Act>
      <Act weight="primary" icon="print" disabled={shown.state !== 'open'} onPress={printing.begin}>{t('preview.print')}</Act>
    </>
  )
  return (
    <Sheet title={title} open wide onClose={onClose} foot={foot}>
      <div role="status">
        {(shown.state === 'loading' || printing.waiting) && <p className="working"><span className="working-mark" aria-hidden="true" />{t('preview.loading')}</p>}
        {shown.state === 'open' && !printing.waiting && <p className="sheet-small">{t('preview.pages', { n: shown.file.pages })}</p>}
      </div>
      {shown.state === 'failed' && <p className="preview-failed" role="alert">{shown.sentence}</p>}
      {shown.state === 'open' && (
        <div className="preview-pages" role="group" aria-label={t('preview.pages', { n: shown.file.pages })} tabIndex={0}>
          {Array.from({ length: shown.file.pages }, (_, page) => (
            <PageView key={page} page={page} hancom={shown.hancom} file={shown.file} wanted={printing.everyPage} onSettled={printing.settle} />
          ))}
        </div>
      )}
    </Sheet>
  )
}

interface Printing {
  /** Whether every page is drawn, also those that nobody has come near. */
  everyPage: boolean
  /** Whether the printer waits for pages. */
  waiting: boolean
  begin: () => void
  settle: (page: number) => void
}

/** Prints once every page is there; a page that cannot be drawn is not waited for. */
function usePrinting(pages: number): Printing {
  const [everyPage, setEveryPage] = useState(false)
  const [waiting, setWaiting] = useState(false)
  const [settled, setSettled] = useState<ReadonlySet<number>>(new Set())
  useEffect(() => {
    if (!waiting || settled.size < pages) return
    setWaiting(false)
    window.print()
  }, [waiting, settled, pages])
  return {
    everyPage,
    waiting,
    begin: () => {
      setEveryPage(true)
      setWaiting(true)
    },
    settle: (page) => { setSettled((before) => new Set([...before, page])) },
  }
}

interface PageProps {
  page: number
  hancom: Hancom
  file: OpenedFile
  /** Whether it is drawn although it is far away. */
  wanted: boolean
  onSettled: (page: number) => void
}

type Drawn = { state: 'waiting' } | { state: 'failed' } | { state: 'drawn'; address: string; text: string }

/** One page, drawn when it comes near; its words stand beside the picture for whoever cannot see it. */
function PageView({ page, hancom, file, wanted, onSettled }: PageProps): JSX.Element {
  const box = useRef<HTMLElement>(null)
  const near = useNear(box)
  const drawn = useDrawn(near || wanted, page, hancom)
  const failed = drawn.state === 'failed'
  const settled = useEffectEvent(() => { if (failed) onSettled(page) })
  useEffect(() => { settled() }, [failed])
  return (
    <figure ref={box} className="preview-page" aria-busy={drawn.state === 'waiting'}>
      {drawn.state === 'drawn'
        ? <img src={drawn.address} alt="" width={file.width} height={file.height} onLoad={() => { onSettled(page) }} />
        : <svg className="preview-blank" viewBox={`0 0 ${file.width} ${file.height}`} aria-hidden="true" />}
      {failed && <p className="preview-failed">{t('preview.page_failed')}</p>}
      <figcaption className="preview-number">{t('files.pages', { n: page + 1 })}</figcaption>
      {drawn.state === 'drawn' && <div className="unseen">{drawn.text.split(/\r?\n/).map((line, at) => line.trim() !== '' && <p key={at}>{line}</p>)}</div>}
    </figure>
  )
}

/** Tells whether something has come near what is seen. */
function useNear(box: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const seen = box.current
    if (seen === null) return undefined
    const watch = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) setNear(true) }, { rootMargin: '400px' })
    watch.observe(seen)
    return () => { watch.disconnect() }
  }, [box])
  return near
}

function useDrawn(now: boolean, page: number, hancom: Hancom): Drawn {
  const [drawn, setDrawn] = useState<Drawn>({ state: 'waiting' })
  useEffect(() => {
    if (!now) return undefined
    let address = ''
    let here = true
    const show = ({ svg, text }: DrawnPage): void => {
      if (!here) return
      address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })) // as a picture nothing in it runs or loads
      setDrawn({ state: 'drawn', address, text })
    }
    hancom.page(page).then(show, () => { if (here) setDrawn({ state: 'failed' }) })
    return () => {
      here = false
      if (address !== '') URL.revokeObjectURL(address)
    }
  }, [now, page, hancom])
  return drawn
}
