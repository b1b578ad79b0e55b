// A stand-in for the server while the screen is being worked on: node dev-only/mock.mjs [port] [folder of the built page].
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { judged, preview, release_reasons, rules, trial } from './mock-guard.mjs'
import { fix, lint, types } from './mock-official.mjs'

const port = Number(process.argv[2] ?? 8610)
const page = process.argv[3] === undefined ? new URL('../../ilson/web/static/', import.meta.url) : pathToFileURL(`${process.argv[3]}/`)
const kinds = { html: 'text/html; charset=utf-8', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml', woff2: 'font/woff2', wasm: 'application/wasm' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const session = {
  agency: '우리 기관',
  official: { name: '시범 사용자', department: '시범 부서' },
  version: '0.1.0',
  tasks: [
    { name: 'ask', title: '질의응답', needs_document: false },
    { name: 'summarise', title: '문서 요약', needs_document: true },
    { name: 'draft', title: '공문 작성', needs_document: false },
  ],
  models: [
    { name: 'builtin', label: '내장 엔진', language_model: false, grade: 'S', retention: 'none', won_in: 0, won_out: 0 },
    { name: 'inside', label: '기관 내부 모델', language_model: true, grade: 'S', retention: 'none', won_in: 0, won_out: 0 },
    { name: 'outside', label: 'GPT 6', language_model: true, grade: 'O', retention: 'contract', won_in: 3.5, won_out: 14 },
  ],
  limits: { file_bytes: 52428800, files: 10, characters: 400000 },
  release_reasons,
}
const pause = (ms) => new Promise((done) => setTimeout(done, ms))
const failure = (answer, status, code, retry = false, more = {}) => {
  answer.writeHead(status, { 'content-type': 'application/json' })
  answer.end(JSON.stringify({ code, sentence: '서버의 문장입니다.', retry, ...more }))
}
const json = (answer, value) => {
  answer.writeHead(200, { 'content-type': 'application/json' })
  answer.end(JSON.stringify(value))
}

async function read(request) {
  const pieces = []
  for await (const piece of request) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function documents(request, answer) {
  const name = decodeURIComponent(request.headers['x-file-name'] ?? '')
  const text = (await read(request)).toString('utf8')
  await pause(300)
  if (name.includes('암호')) return failure(answer, 422, 'file_locked')
  const blocks = text.split('\n').filter((line) => line.trim() !== '').map((line) =>
    /^\d+\. .{1,20}$/.test(line) ? { kind: 'heading', text: line, level: 2, page: 1 } : { kind: 'paragraph', text: line, page: 1 })
  blocks.push({ kind: 'table', rows: [['구분', '금액(천 원)'], ['강사료', '800'], ['인쇄비', '1,500']], page: 2 })
  json(answer, { name, kind: 'txt', pages: 2, characters: text.length, hidden: name.includes('숨김') ? 2 : 0, blocks })
}

/** Rows of two documents line by line, as far as a look at the screen needs it. */
async function compared(request, answer, query) {
  const sent = JSON.parse((await read(request)).toString('utf8'))
  if (query.get('kind') !== 'json') { answer.writeHead(200, { 'content-type': 'application/hwp+zip' }); return answer.end('PK') }
  const [before, later] = [sent.old, sent.new].map(({ blocks }) => blocks.map(({ text }) => text ?? ''))
  const side = (text, changed) => (text === undefined ? [{ text: changed === 'added' ? '<신 설>' : '<삭 제>', changed: true }] : [{ text, changed: changed !== 'same' }])
  const rows = Array.from({ length: Math.max(before.length, later.length) }, (_, at) => {
    const change = before[at] === later[at] ? 'same' : before[at] === undefined ? 'added' : later[at] === undefined ? 'removed' : 'changed'
    return { change, old: side(before[at], change), new: side(later[at], change) }
  })
  const counts = Object.fromEntries(['same', 'changed', 'added', 'removed', 'moved'].map((change) => [change, rows.filter((row) => row.change === change).length]))
  return json(answer, { counts, rows: rows.filter(({ change }) => change !== 'same' || query.get('every') === 'true') })
}

async function answerTo(request, answer) {
  const asked = JSON.parse((await read(request)).toString('utf8'))
  const last = asked.messages.at(-1)
  const words = last.parts.filter((part) => part.type === 'text').map((part) => part.text).join(' ')
  if (words.includes('실패') && asked.model === 'builtin') return failure(answer, 503, 'model_down', true)
  const { told, blocked, values, guard } = judged(asked)
  if (told.length > 0) return failure(answer, 422, blocked ? 'word_blocked' : 'confirmation_needed', false, { told, rules: told.map((each) => each.rule) })
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'x-vercel-ai-ui-message-stream': 'v1', 'cache-control': 'no-store' })
  let gone = false
  answer.on('close', () => { gone = true })
  const say = async (part, ms = 10) => {
    if (gone) return
    answer.write(`data: ${JSON.stringify(part)}\n\n`)
    await pause(ms)
  }
  await say({ type: 'start', messageId: `m${Date.now()}` })
  await say({ type: 'data-step', data: { name: 'checking' }, transient: true }, 300)
  await say({ type: 'data-guard', data: guard })
  await say({ type: 'data-step', data: { name: 'answering' }, transient: true }, 300)
  const documents = asked.messages.flatMap((message) => message.parts.filter((part) => part.type === 'data-document').map((part) => part.data))
  if (asked.task === 'draft') await draft(asked, say)
  else await speak(documents, words, values, say)
  if (words.includes('끊김')) {
    await say({ type: 'error', errorText: JSON.stringify({ code: 'model_broke_off', sentence: '', retry: true }) })
  } else {
    const model = session.models.find((each) => each.name === asked.model) ?? session.models[0]
    const { name, label, language_model, retention } = model
    await say({ type: 'finish', messageMetadata: { model: name, label, language_model, retention, grade: asked.grade, won: language_model ? 12.3 : 0, tokens_in: 10, tokens_out: 20, masked: values.length, leftovers: words.includes('남은') ? 2 : 0, masked_answer: words.includes('지어낸') ? 1 : 0, sources: documents.length > 0 ? 2 : 0 } })
  }
  answer.end('data: [DONE]\n\n')
}

async function speak(documents, words, values, say) {
  if (documents.length > 0) {
    for (const [at, block] of [[1, 4], [2, 5]]) {
      const source = documents[0].blocks[block] ?? documents[0].blocks[0]
      await say({ type: 'source-document', sourceId: String(at), mediaType: 'text/plain', title: documents[0].name, providerMetadata: { ilson: { number: at, document: 0, block, page: 1, quote: source.text } } })
    }
  }
  const text = documents.length > 0
    ? `## ${documents[0].name}\n\n설명회의 **개최 일시와 장소**는 다음과 같습니다.\n\n- 설명회는 2026. 12. 4.(금) 14:00부터 16:00까지 구청 대강당에서 개최한다. [1]\n- 참석 대상은 관내 주민 200명이며, 동 주민센터와 구 누리집에서 선착순으로 신청을 받는다. [2]\n  - 신청 마감일은 2026. 12. 1.(화)입니다.\n\n| 구분 | 금액(천 원) |\n|---|---|\n| 강사료 | 800 |\n| 인쇄비 | 1,500 |\n\n> 강사료 800천 원, 자료 인쇄비 1,500천 원으로 집행한다.\n`
    : `내장 엔진은 넣은 파일에서 문장을 찾아 답합니다.\n\n1. 파일을 넣어 주십시오.\n2. 같은 질문을 다시 보내 주십시오.\n${values.map(({ label, value }) => `3. ${label}는 **${value}**입니다.\n`).join('')}`
  if (values.length > 0) await say({ type: 'data-restored', id: 'restored', data: { values } })
  await say({ type: 'text-start', id: 't' })
  const long = words.includes('길게') ? text.repeat(20) : text
  for (const piece of long.match(/[\s\S]{1,6}/g)) await say({ type: 'text-delta', id: 't', delta: piece }, 15)
  await say({ type: 'text-end', id: 't' })
}

async function draft({ form }, say) {
  const body = form.body ?? [
    { text: '2027년 주민참여예산 설명회를 아래와 같이 개최하오니 협조하여 주시기 바랍니다.', items: [
      { text: '일시: 2026. 12. 4.(금) 14:00~16:00', items: [], table: null },
      { text: '장소: 구청 대강당', items: [], table: null },
      { text: '소요 예산', items: [], table: [['구분', '금액(천 원)', '비고'], ['강사료', '800', ''], ['인쇄비', '1,500', '2종']] },
    ], table: null },
    { text: '각 동에서는 신청자 명단을 2026. 12. 2.(수)까지 제출하여 주시기 바랍니다.', items: [], table: null },
  ]
  const { request, ...rest } = form
  for (let upto = 1; upto <= body.length; upto += 1) {
    await say({ type: 'data-draft', id: 'draft', data: { ...rest, title: rest.title ?? request.split('\n')[0], body: body.slice(0, upto) } }, 400)
  }
}

createServer(async (request, answer) => {
  const { pathname } = new URL(request.url, 'http://localhost')
  answer.setHeader('content-security-policy', pathname.startsWith('/assets/hancom.worker-') ? policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") : policy)
  if (pathname === '/api/session') return json(answer, session)
  if (pathname === '/api/documents') return documents(request, answer)
  if (pathname === '/api/documents/compare') return compared(request, answer, new URL(request.url, 'http://localhost').searchParams)
  if (pathname === '/api/guard/rules') return json(answer, { rules })
  if (pathname === '/api/guard/preview' || pathname === '/api/guard/try') {
    const asked = JSON.parse((await read(request)).toString('utf8'))
    await pause(80)
    if (asked.text?.includes('미리 못 봄')) return failure(answer, 500, 'guard_failed')
    return json(answer, pathname.endsWith('try') ? trial(asked) : preview(asked))
  }
  if (pathname === '/api/answer') return answerTo(request, answer)
  if (pathname === '/api/official/types') return json(answer, { types })
  if (pathname === '/api/official/lint') return json(answer, lint(JSON.parse((await read(request)).toString('utf8'))))
  if (pathname === '/api/official/fix') return json(answer, fix(JSON.parse((await read(request)).toString('utf8'))))
  if (pathname === '/api/official/render') { await read(request); answer.writeHead(200, { 'content-type': 'application/hwp+zip' }); return answer.end('PK') }
  if (pathname === '/api/official/text') { const told = JSON.parse((await read(request)).toString()); return json(answer, { text: `제목  ${told.title}`, complete: true }) }
  try {
    const name = pathname === '/' ? 'index.html' : pathname.slice(1)
    answer.setHeader('content-type', kinds[name.split('.').at(-1)] ?? 'application/octet-stream')
    answer.end(await readFile(new URL(name, page)))
  } catch {
    answer.writeHead(404).end()
  }
}).listen(port, '127.0.0.1')
