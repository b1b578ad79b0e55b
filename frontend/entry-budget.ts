import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Fails the build when the script that a first visit loads is larger than `kilobytes`, gzipped. */
export function entryBudget(kilobytes: number): Plugin {
  return {
    name: 'entry-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
      const first = new Set<string>()
      const visit = (fileName: string): void => {
        const chunk = named.get(fileName)
        if (chunk === undefined || first.has(fileName)) return
        first.add(fileName)
        chunk.imports.forEach(visit)
      }
      chunks.filter((chunk) => chunk.isEntry).forEach((chunk) => { visit(chunk.fileName) })
      const bytes = [...first].reduce((sum, name) => sum + gzipSync(named.get(name)?.code ?? '').length, 0)
      const size = (bytes / 1000).toFixed(1)
      if (bytes > kilobytes * 1000) this.error(`the first load is ${size} kB gzipped; the limit is ${String(kilobytes)} kB`)
      this.info(`the first load is ${size} kB gzipped of ${String(kilobytes)} kB`)
    },
  }
}
