import { useEffect } from 'react'

/** Lets the browser ask once before the page is left, while there is something to lose. */
export function useLeaveWarning(something: boolean): void {
  useEffect(() => {
    if (!something) return undefined
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [something])
}
