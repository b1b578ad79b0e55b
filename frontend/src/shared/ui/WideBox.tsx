import { useEffect, useRef, useState, type JSX, type ReactNode } from 'react'

interface WideProps {
  className: string
  label: string
  level?: number
  children: ReactNode
}

/** A box in which something wide is moved sideways; the keyboard stops at it only where it is too wide. */
export function WideBox({ className, label, level, children }: WideProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  useEffect(() => {
    const seen = box.current
    if (seen === null) return undefined
    const watch = new ResizeObserver(() => { setWide(seen.scrollWidth > seen.clientWidth) })
    watch.observe(seen)
    return () => { watch.disconnect() }
  }, [])
  return (
    <div ref={box} className={className} data-level={level} role="group" aria-label={label} {...(wide ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  )
}
