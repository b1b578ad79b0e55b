import { useEffect, useEffectEvent } from 'react'

/** Takes files that are pasted anywhere on the page. */
export function useFilePaste(active: boolean, take: (files: File[]) => void): void {
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    if (!active) return undefined
    const listen = (event: ClipboardEvent): void => { pasted(event) }
    window.addEventListener('paste', listen)
    return () => { window.removeEventListener('paste', listen) }
  }, [active])
}
