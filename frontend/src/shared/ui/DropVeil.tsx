import type { JSX } from 'react'
import { Icon } from './Icon'

/** What lies over the page while files are held above it. */
export function DropVeil({ words }: { words: string }): JSX.Element {
  return (
    <div className="drop-veil" aria-hidden="true">
      <p className="drop-words"><Icon name="file" size={32} />{words}</p>
    </div>
  )
}
