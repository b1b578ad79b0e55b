import { useEffect, useState } from 'react'

export const themes = ['light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** Returns the theme of this page, first as the browser prefers it, and a way to change it; nothing is remembered. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(preferred)
  useEffect(() => { document.documentElement.dataset['theme'] = theme }, [theme])
  return [theme, setTheme]
}

function preferred(): Theme {
  if (window.matchMedia('(prefers-contrast: more)').matches) return 'contrast'
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
