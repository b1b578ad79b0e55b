import { createContext, useContext, useEffect, useEffectEvent } from 'react'

/** Whether shortcuts of a single character work; the official may switch them off. */
export const SingleKeys = createContext(true)

/** Runs an action when a key is pressed outside of a field; Escape also inside one. */
export function useShortcut(key: string, active: boolean, action: () => void): void {
  const enabled = useContext(SingleKeys) || key === 'Escape'
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (key !== 'Escape' && isField(event.target)) return
    if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="listbox"]') !== null) return
    event.preventDefault()
    action()
  })
  useEffect(() => {
    if (!active || !enabled) return undefined
    const listen = (event: KeyboardEvent): void => { pressed(event) }
    window.addEventListener('keydown', listen)
    return () => { window.removeEventListener('keydown', listen) }
  }, [active, enabled])
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
