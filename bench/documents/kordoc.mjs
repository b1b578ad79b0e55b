// Reads files with kordoc: paths in, texts and times out, as reader.py does; the first argument is where it is installed.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

console.log = console.warn = console.error = () => {} // the output is for answers alone
const kordoc = createRequire(`${process.argv[2]}/`)('kordoc')
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`)
const taken = (begun) => {
  const { user, system } = process.cpuUsage(begun)
  return (user + system) * 1000
}

say({ ready: true })
for await (const line of createInterface({ input: process.stdin })) {
  const begun = process.cpuUsage()
  try {
    const bytes = readFileSync(JSON.parse(line))
    const read = await kordoc.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
    if (!read.success) throw new Error(read.code)
    say({ text: read.markdown, ns: taken(begun) })
  } catch (error) {
    say({ error: error.name })
  }
}
