// Two types of documents and one rule about dates, enough to show every state of the draft screen.

const look = { head: 'letter', closing: 'letter', marks: [], end: true, table: true, top: 20, bottom: 10, left: 20, right: 20, font: '' }
const fact = (label, more) => ({ label, hint: '', needed: false, long: false, ...more })

export const types = [
  {
    name: 'letter', title: '기안문·시행문', group: '기본', when: '다른 기관이나 부서에 보낼 때 고릅니다.', basis: '시행규칙 제4조', look,
    fields: ['to', 'title', 'body', 'attachments'], facts: [],
    example: { agency: '○○구', to: '각 부서장', title: '교육 안내', body: [{ text: '교육을 실시합니다.', items: [{ text: '일시: 2026. 12. 9.(수) 14:00' }, { text: '장소: 대강당' }] }], attachments: [{ name: '계획서' }], sender: '○○구청장' },
  },
  {
    name: 'minutes', title: '회의록', group: '기록', when: '회의에서 오간 말과 결정을 기록할 때 고릅니다.', basis: '공공기록물법 시행령 제18조제2항',
    look: { ...look, head: 'title', closing: 'none', marks: ['○', '-'], end: false },
    fields: ['agency', 'title', 'body'], facts: [fact('명칭', { needed: true, hint: '회의의 이름' }), fact('발언 요지', { needed: true, long: true })],
    example: { agency: '○○구', title: '예산 조정 회의록', facts: [{ label: '명칭', text: '예산 조정 회의' }, { label: '발언 요지', text: '과장: 줄일 곳을 찾자고 함\n팀장: 자료를 내겠다고 함' }] },
  },
]

const date = /(\d{4})\.(\d{1,2})\.(\d{1,2})\./g
const spelled = (text) => text.replace(date, '$1. $2. $3.')

function* texts(value, place = '') {
  if (typeof value === 'string') yield [place, value]
  else if (Array.isArray(value)) for (const [at, each] of value.entries()) yield* texts(each, `${place}[${at}]`)
  else if (typeof value === 'object' && value !== null) for (const [key, each] of Object.entries(value)) if (key !== 'content') yield* texts(each, place === '' ? key : `${place}.${key}`)
}

/** Returns what stands against the rule about dates, and a summary that is missing. */
export function lint(document) {
  const findings = [...texts(document)].flatMap(([place, text]) => [...text.matchAll(date)].map((found) => ({
    rule: 'DATE-01', level: 'error', place, start: found.index, end: found.index + found[0].length, excerpt: found[0], mended: spelled(found[0]),
    message: '날짜의 온점 뒤에는 한 칸을 띄웁니다.', basis: '영 제7조제5항', fix: spelled(found[0]), safe: true,
  })))
  if (document.summary === '') findings.push({ rule: 'DOC-05', level: 'info', place: 'summary', start: 0, end: 0, excerpt: '', mended: null, message: '문서 요지를 넣습니다.', basis: '영 제5조제2항', fix: null, safe: false })
  return { score: Math.max(0, 100 - 4 * findings.length), findings }
}

/** Returns the document with every date spelled as the rule says. */
export function fix(document) {
  const fixed = lint(document).findings.filter(({ safe }) => safe).length
  return { draft: JSON.parse(spelled(JSON.stringify(document))), fixed }
}
