import type { JSX } from 'react'

const paths = {
  ask: 'M4 5h16v11H9l-5 4z M8 9h8 M8 12.500h5',
  summarise: 'M6 3h9l4 4v14H6z M15 3v4h4 M9 12h7 M9 15.500h7 M9 8.500h3',
  draft: 'M5 3h14v18H5z M8.5 7.500h7 M8.5 11h7 M8.5 14.500h3 M13 17l1.5 1.5 3-3.5',
  compare: 'M4 4h7v16H4z M13 4h7v16h-7z M6.500 8.500h2 M6.500 12h2 M15.500 8.500h2 M15.500 12h2 M15.500 15.500h2',
  swap: 'M4 8h15 M15.500 4.500L19 8l-3.500 3.500 M20 16H5 M8.500 12.500L5 16l3.500 3.500',
  send: 'M12 20V5 M6 11l6-6 6 6',
  stop: 'M7 7h10v10H7z',
  file: 'M6 3h8l4 4v14H6z M14 3v4h4',
  clip: 'M19 11l-7.5 7.500a4.5 4.5 0 0 1-6.4-6.400L13 4.300a3 3 0 0 1 4.3 4.300l-7.7 7.600a1.5 1.5 0 0 1-2.2-2.100L14 7.5',
  close: 'M6 6l12 12 M18 6L6 18',
  copy: 'M9 9h11v11H9z M5 15H4V4h11v1',
  retry: 'M20 11a8 8 0 1 0-2.3 6 M20 5v6h-6',
  edit: 'M4 20l1-4L16 5l3 3L8 19z M14 7l3 3',
  download: 'M12 4v11 M7 10l5 5 5-5 M5 20h14',
  plus: 'M12 5v14 M5 12h14',
  down: 'M6 9l6 6 6-6',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z M9 12l2 2 4-4',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9.5 9.500a2.5 2.5 0 1 1 3.5 2.300c-.7.3-1 .8-1 1.7 M12 17h.01',
  right: 'M5 12h13 M13 7l5 5-5 5',
  left: 'M19 12H6 M11 7l-5 5 5 5',
  table: 'M4 5h16v14H4z M4 10h16 M4 14.500h16 M12 5v14',
  undo: 'M8 5L4 9l4 4 M4 9h10a5 5 0 0 1 0 10h-3',
  alert: 'M12 4l9 16H3z M12 10v4 M12 17h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 11v5.500 M12 7.500h.01',
  open: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6z M12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  guard: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z M9 10h6 M9 13.500h4',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14z M16 16l5 5',
  print: 'M7 9V4h10v5 M7 18H4V9h16v9h-3 M7 14h10v6H7z',
  picture: 'M4 5h16v14H4z M8.5 10.500a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z M5 18l5-5 3 3 3-3 4 4',
  quote: 'M5 5h14v14H5z M8 9h8 M8 12h8 M8 15h5',
} as const

export type IconName = keyof typeof paths

/** A line drawing beside a word; it says nothing by itself. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): JSX.Element {
  return (
    <svg className={`icon icon-${name}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}
