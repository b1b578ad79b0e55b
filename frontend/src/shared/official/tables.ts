const short = 24 // columns up to which the cells of a column are centred
const firstWide = 0x1100 // code points from here on are two columns wide
const number = /^[\u25b3\u25b2+-]?\s?\d[\d,]*(?:\.\d+)?\s?%?$/

/** Returns how many columns a text takes: Hangul and other wide letters two, the rest one. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + ((letter.codePointAt(0) ?? 0) >= firstWide ? 2 : 1), 0)
}

/** Returns how the cells of one column stand, below its head: numbers at the right, short words in the middle. */
export function alignOf(cells: readonly string[]): 'left' | 'center' | 'right' {
  const told = cells.filter((cell) => cell !== '' && cell !== '-')
  if (told.length > 0 && told.every((cell) => number.test(cell))) return 'right'
  return cells.every((cell) => columnsOf(cell) <= short && !cell.includes('\n')) ? 'center' : 'left'
}
