import { createContext, useContext, useEffect, useEffectEvent } from 'react'

/** Told by the screen of a work whether there is something to lose in it. */
export const LossHere = createContext<(something: boolean) => void>(() => undefined)

/** Lets the browser ask once before the page is left, and the page before the work is closed, while there is something to lose. */
export function useLeaveWarning(something: boolean): void {
  const tell = useContext(LossHere)
  const told = useEffectEvent(() => { tell(something) })
  useEffect(() => {
    told()
    if (!something) return undefined
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault() }
    window.addEventListener('beforeunload', ask)
    return () => { window.removeEventListener('beforeunload', ask) }
  }, [something])
}
