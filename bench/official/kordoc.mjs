// Checks texts with kordoc: a JSON list of texts in, the number of findings of each and the time out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { lintGongmunText } = createRequire(`${process.argv[2]}/`)('kordoc')
const texts = JSON.parse(readFileSync(0, 'utf8'))
texts.forEach((text) => lintGongmunText(text.slice(0, 2000))) // warm
const begun = process.cpuUsage()
const found = texts.map((text) => lintGongmunText(text).length)
const { user, system } = process.cpuUsage(begun)
process.stdout.write(JSON.stringify({ found, seconds: (user + system) / 1e6 }))
