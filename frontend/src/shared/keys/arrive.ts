import { useEffect, useRef, type RefObject } from 'react'

/** Moves the focus into a screen when it comes to the front, so that the keyboard goes on where the eye is. */
export function useArrival(active: boolean, field: RefObject<HTMLElement | null>, firstToo: boolean): void {
  const before = useRef(!firstToo)
  useEffect(() => {
    if (active && !before.current) field.current?.focus({ preventScroll: true })
    before.current = active
  }, [active, field])
}
