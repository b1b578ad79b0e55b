import { readRow } from '@/shared/official/outline'

/** A run of text inside a block. */
export type Run = { kind: 'text' | 'strong' | 'code'; text: string } | { kind: 'source'; number: number }

/** A block of an answer. */
export type RichBlock =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'paragraph'; lines: Run[][] }
  | { kind: 'quote'; lines: Run[][] }
  | { kind: 'list'; items: { level: number; number: number | null; runs: Run[] }[] }
  | { kind: 'table'; rows: Run[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }

const columnsPerLevel = 2

/** Returns the blocks of an answer in light Markdown; anything unknown stays readable text. */
export function parseRich(text: string): RichBlock[] {
  const blocks: RichBlock[] = []
  let fence: string[] | null = null
  let parted = true
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('```')) {
      if (fence !== null) blocks.push({ kind: 'code', text: fence.join('\n') })
      fence = fence === null ? [] : null
    } else if (fence !== null) fence.push(line)
    else if (line.trim() === '') parted = true
    else {
      add(blocks, readLine(line), parted)
      parted = false
    }
  }
  if (fence !== null) blocks.push({ kind: 'code', text: fence.join('\n') })
  return blocks
}

/** Returns the runs of one line: **strong**, `code` and [1] as a source. */
export function parseRuns(line: string): Run[] {
  return line
    .split(/(\*\*[^*]+\*\*|`[^`]+`|\[\d{1,3}\])/)
    .filter((piece) => piece !== '')
    .map(readRun)
}

function readRun(piece: string): Run {
  const source = /^\[(\d{1,3})\]$/.exec(piece)?.[1]
  if (source !== undefined) return { kind: 'source', number: Number(source) }
  if (/^\*\*[^*]+\*\*$/.test(piece)) return { kind: 'strong', text: piece.slice(2, -2) }
  if (/^`[^`]+`$/.test(piece)) return { kind: 'code', text: piece.slice(1, -1) }
  return { kind: 'text', text: piece }
}

type LineReader = (line: string) => RichBlock | null | undefined

/** Each returns a block, null for a line that shows nothing, or undefined for a line of another kind. */
const readers: readonly LineReader[] = [readHeading, readRule, readTable, readQuote, readItem]

function readLine(line: string): RichBlock | null {
  for (const reader of readers) {
    const block = reader(line)
    if (block !== undefined) return block
  }
  return { kind: 'paragraph', lines: [parseRuns(line)] }
}

function readHeading(line: string): RichBlock | undefined {
  const [, marks, words] = /^(#{1,6})\s+(.*)$/.exec(line) ?? []
  return marks === undefined ? undefined : { kind: 'heading', level: marks.length, runs: parseRuns(words ?? '') }
}

function readRule(line: string): RichBlock | undefined {
  return /^\s*(-{3,}|\*{3,})\s*$/.test(line) ? { kind: 'rule' } : undefined
}

function readTable(line: string): RichBlock | null | undefined {
  const row = readRow(line)
  if (row === null) return undefined
  return row.every((cell) => /^:?-+:?$/.test(cell)) ? null : { kind: 'table', rows: [row.map(parseRuns)] }
}

function readQuote(line: string): RichBlock | undefined {
  const words = /^\s*>\s?(.*)$/.exec(line)?.[1]
  return words === undefined ? undefined : { kind: 'quote', lines: [parseRuns(words)] }
}

function readItem(line: string): RichBlock | undefined {
  const [, indent, number, words] = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/.exec(line) ?? []
  if (words === undefined) return undefined
  const level = Math.floor((indent ?? '').length / columnsPerLevel)
  return { kind: 'list', items: [{ level, number: number === undefined ? null : Number(number), runs: parseRuns(words) }] }
}

function add(blocks: RichBlock[], block: RichBlock | null, parted: boolean): void {
  if (block === null) return
  const joined = parted && block.kind !== 'list' ? null : join(blocks.at(-1), block)
  if (joined === null) blocks.push(block)
  else blocks.splice(-1, 1, joined)
}

/** Returns two neighbours as one block, or null where they stay two. */
function join(before: RichBlock | undefined, block: RichBlock): RichBlock | null {
  if (before?.kind === 'list' && block.kind === 'list') return { kind: 'list', items: [...before.items, ...block.items] }
  if (before?.kind === 'table' && block.kind === 'table') return { kind: 'table', rows: [...before.rows, ...block.rows] }
  if (before?.kind === 'quote' && block.kind === 'quote') return { kind: 'quote', lines: [...before.lines, ...block.lines] }
  if (before?.kind === 'paragraph' && block.kind === 'paragraph') return { kind: 'paragraph', lines: [...before.lines, ...block.lines] }
  return null
}

/** Returns an answer as plain text to paste: no marks of Markdown, no source numbers, cells parted by tabs. */
export function plainText(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*\|[\s:|-]+\|\s*$/.test(line) && !line.trimStart().startsWith('```'))
    .map((line) => (readRow(line)?.join('\t') ?? line).replace(/^#{1,6}\s+/, '').replace(/^(\s*)>\s?/, '$1'))
    .map((line) => line.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/`([^`]+)`/g, '$1').replace(/\s?\[\d{1,3}\]/g, ''))
    .join('\n')
    .trim()
}
