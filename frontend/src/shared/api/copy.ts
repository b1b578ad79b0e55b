/** Puts plain text on the clipboard; returns false where the browser refuses. */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      return copyBySelection(text)
    }
  }
  return copyBySelection(text)
}

/** Puts a text on the clipboard with its form beside it, as HTML; returns false where the browser refuses. */
export function copyRich(html: string, text: string): boolean {
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
  }
  document.addEventListener('copy', fill)
  try {
    return copyBySelection(text)
  } finally {
    document.removeEventListener('copy', fill)
  }
}

/** Inside an agency the address is often plain http, where browsers offer no clipboard but this. */
function copyBySelection(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  field.setAttribute('aria-hidden', 'true')
  document.body.append(field)
  field.select()
  // eslint's deprecation is known: no other way exists without a secure context.
  const done = (document as { execCommand: (command: string) => boolean }).execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
