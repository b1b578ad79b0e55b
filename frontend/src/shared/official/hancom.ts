/** What the page asks of the worker that reads and writes Hancom's files. */
export type Asked = { id: number } & ({ do: 'open'; bytes: ArrayBuffer } | { do: 'page'; page: number } | { do: 'hwp'; bytes: ArrayBuffer })

/** What the worker answers: what was asked for, or that it could not. */
export type Answered = { id: number } & ({ ok: true; value: OpenedFile | DrawnPage | ArrayBuffer } | { ok: false })

/** A file that was opened: how many pages it has, and how large the first one is in CSS pixels. */
export interface OpenedFile {
  pages: number
  width: number
  height: number
}

/** One page: its drawing as SVG, and the words on it. */
export interface DrawnPage {
  svg: string
  text: string
}

/** Reads and writes HWP and HWPX in a worker of its own: no file leaves the browser, and a bad one cannot hold the page up. */
export interface Hancom {
  open: (file: ArrayBuffer) => Promise<OpenedFile>
  /** Draws a page, counted from 0, of the file that was opened. */
  page: (page: number) => Promise<DrawnPage>
  toHwp: (hwpx: ArrayBuffer) => Promise<ArrayBuffer>
  /** Ends the worker, and with it everything that it holds. */
  close: () => void
}

const patience = 60_000 // milliseconds that a file may take

type Wish = { do: 'open'; bytes: ArrayBuffer } | { do: 'page'; page: number } | { do: 'hwp'; bytes: ArrayBuffer }

/** Starts the worker; its engine is loaded on the first use and not before. */
export function openHancom(): Hancom {
  const worker = new Worker(new URL('./hancom.worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>()
  let last = 0
  const fail = (): void => {
    waiting.forEach(({ reject }) => { reject(new Error('the worker ended')) })
    waiting.clear()
  }
  worker.addEventListener('error', fail)
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asked?.resolve(data.value as never)
    else asked?.reject(new Error('the file could not be worked on'))
  })
  const ask = <T>(wish: Wish): Promise<T> => new Promise<T>((resolve, reject) => {
    last += 1
    const id = last
    waiting.set(id, { resolve, reject })
    setTimeout(() => { if (waiting.delete(id)) reject(new Error('the file takes too long')) }, patience)
    worker.postMessage({ id, ...wish } satisfies Asked, 'bytes' in wish ? [wish.bytes] : [])
  })
  return {
    open: (bytes) => ask<OpenedFile>({ do: 'open', bytes }),
    page: (page) => ask<DrawnPage>({ do: 'page', page }),
    toHwp: (bytes) => ask<ArrayBuffer>({ do: 'hwp', bytes }),
    close: () => {
      worker.terminate()
      fail()
    },
  }
}
