import { useRef, type CompositionEvent, type KeyboardEvent } from 'react'

type Field = HTMLTextAreaElement | HTMLInputElement

export interface EnterHandlers {
  onKeyDown: (event: KeyboardEvent<Field>) => void
  onCompositionEnd: (event: CompositionEvent<Field>) => void
}

/** Returns handlers that send once, and whole, when Enter is pressed – also while a Hangul syllable is not done yet. */
export function useEnter(send: (text: string) => void): EnterHandlers {
  const wished = useRef(false)
  return {
    onKeyDown(event) {
      if (event.key !== 'Enter' || event.shiftKey) return
      event.preventDefault()
      if (event.nativeEvent.isComposing) wished.current = true // the last syllable is not done yet
      else if (!event.repeat) send(event.currentTarget.value)
    },
    onCompositionEnd(event) {
      if (!wished.current) return
      wished.current = false
      send(event.currentTarget.value)
    },
  }
}
