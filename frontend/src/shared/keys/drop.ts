import { useEffect, useEffectEvent, useState } from 'react'

/** Takes files dropped anywhere on the page; tells whether some are held over it. */
export function useFileDrop(active: boolean, take: (files: File[], place: Element | null) => void): boolean {
  const [over, setOver] = useState(false)
  const dropped = useEffectEvent((event: DragEvent) => {
    take([...(event.dataTransfer?.files ?? [])], event.target instanceof Element ? event.target : null)
  })
  useEffect(() => {
    if (!active) return undefined
    const stopper = new AbortController()
    const listen = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void): void => {
      window.addEventListener(name, (event) => { if (holdsFiles(event)) act(event) }, { signal: stopper.signal })
    }
    listen('dragover', (event) => { event.preventDefault(); setOver(true) })
    listen('dragleave', (event) => { if (event.relatedTarget === null) setOver(false) })
    listen('drop', (event) => { event.preventDefault(); setOver(false); dropped(event) })
    return () => { stopper.abort(); setOver(false) }
  }, [active])
  return over
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}
