import { readRow } from '@/shared/official/outline'

/** A run of text inside a block. */
export type Run = { kind: 'text' | 'strong' | 'code'; text: string } | { kind: 'source'; number: number }

/** A block of an answer. */
export type RichBlock =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'paragraph' | 'quote'; lines: Run[][] }
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

function readLine(line: string): RichBlock | null {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line)
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1, runs: parseRuns(heading[2] ?? '') }
  if (/^\s*(-{3,}|\*{3,})\s*$/.test(line)) return { kind: 'rule' }
  const row = readRow(line)
  if (row !== null) return row.every((cell) => /^:?-+:?$/.test(cell)) ? null : { kind: 'table', rows: [row.map(parseRuns)] }
  const quote = /^\s*>\s?(.*)$/.exec(line)
  if (quote !== null) return { kind: 'quote', lines: [parseRuns(quote[1] ?? '')] }
  const item = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/.exec(line)
  if (item === null) return { kind: 'paragraph', lines: [parseRuns(line)] }
  const level = Math.floor((item[1] ?? '').length / columnsPerLevel)
  const number = item[2] === undefined ? null : Number(item[2])
  return { kind: 'list', items: [{ level, number, runs: parseRuns(item[3] ?? '') }] }
}

function add(blocks: RichBlock[], block: RichBlock | null, parted: boolean): void {
  const last = blocks.at(-1)
  if (block === null) return
  if (last?.kind === 'list' && block.kind === 'list') last.items.push(...block.items)
  else if (last?.kind === 'table' && block.kind === 'table' && !parted) last.rows.push(...block.rows)
  else if (last?.kind === 'quote' && block.kind === 'quote' && !parted) last.lines.push(...block.lines)
  else if (last?.kind === 'paragraph' && block.kind === 'paragraph' && !parted) last.lines.push(...block.lines)
  else blocks.push(block)
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
