import { useEffect, useRef, type RefObject } from 'react'

const nearEnd = 120 // pixels from the end where the reader still follows

/** Keeps the end of a growing text in view, unless the reader has scrolled away from it. */
export function useFollow(growth: string): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null)
  const following = useRef(true)
  useEffect(() => {
    const box = place.current
    if (box === null) return undefined
    const watch = (): void => { following.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd }
    box.addEventListener('scroll', watch, { passive: true })
    return () => { box.removeEventListener('scroll', watch) }
  }, [])
  const turns = growth.split(' ')[0]
  useEffect(() => { following.current = true }, [turns])
  useEffect(() => {
    if (following.current) place.current?.scrollTo({ top: place.current.scrollHeight })
  }, [growth])
  return place
}
