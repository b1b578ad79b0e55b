import init, { HwpDocument } from '@rhwp/core'
import engine from '@rhwp/core/rhwp_bg.wasm?url'
import type { Answered, Asked, DrawnPage, OpenedFile } from './hancom'

let started: Promise<unknown> | null = null
let opened: HwpDocument | null = null

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data))

async function answer(asked: Asked): Promise<void> {
  let answered: Answered
  try {
    started ??= init({ module_or_path: new URL(engine, self.location.href) })
    await started
    answered = { id: asked.id, ok: true, value: work(asked) }
  } catch {
    answered = { id: asked.id, ok: false }
  }
  self.postMessage(answered)
}

function work(asked: Asked): OpenedFile | DrawnPage | ArrayBuffer {
  switch (asked.do) {
    case 'open':
      opened?.free()
      opened = new HwpDocument(new Uint8Array(asked.bytes))
      return sizeOf(opened)
    case 'page':
      if (opened === null) throw new Error('no file is open')
      return { svg: opened.renderPageSvg(asked.page), text: textOf(opened, asked.page) }
    case 'hwp':
      return hwpOf(asked.bytes)
  }
}

function sizeOf(document: HwpDocument): OpenedFile {
  const { width, height } = JSON.parse(document.getPageInfo(0)) as { width: number; height: number }
  return { pages: document.pageCount(), width, height }
}

function textOf(document: HwpDocument, page: number): string {
  try {
    const told: unknown = JSON.parse(document.getPageText(page))
    return typeof told === 'string' ? told : ''
  } catch {
    return '' // a page without words is still drawn
  }
}

/** Returns HWPX as HWP 5; a file that would lose something is refused, so that nobody sends half a document. */
function hwpOf(hwpx: ArrayBuffer): ArrayBuffer {
  const document = new HwpDocument(new Uint8Array(hwpx))
  try {
    const written = document.exportHwpWithReport()
    if ((JSON.parse(written.contentLoss()) as { count: number }).count > 0) throw new Error('something would be lost')
    return written.takeBytes().slice().buffer
  } finally {
    document.free()
  }
}
