// A guard in a few lines for the stand-in of the server; it knows just enough to show every state of the screen.

export const release_reasons = [
  { key: 'public', text: '공개된 연락처·주소' },
  { key: 'own', text: '본인의 정보' },
  { key: 'mistaken', text: '개인정보가 아님' },
  { key: 'needed', text: '업무에 꼭 필요' },
]
const rule = (type, name, more) => ({
  type, name, category: '', action: 'mask', answer: 'mask', basis: '개인정보 보호법 제3조', labels: [], matches: [], passes: [], release: true, shadow: false, departments: [], expires: null, ...more,
})
export const rules = [
  rule('RRN', '주민등록번호', { basis: '개인정보 보호법 제24조의2', release: false, labels: ['주민번호', '주민등록번호'], matches: ['900101-1234568'], passes: ['900231-1234567'] }),
  rule('PHONE', '전화번호', { labels: ['연락처', '전화'], matches: ['010-1234-5678', '공일공 1234 5678'], passes: ['접수번호 2026-0312'] }),
  rule('EMAIL', '이메일', { matches: ['hong@example.org'], passes: ['@ 표시'] }),
  rule('NAME', '이름', { labels: ['신청인', '민원인'], matches: ['신청인 홍길동'], passes: ['우수성'] }),
  rule('WORD', '입찰 정보', { category: '비공개 업무', action: 'confirm', answer: 'pass', basis: '정보공개법 제9조제1항제5호', release: false, matches: ['입찰예정가격'], passes: ['입찰 공고'], departments: ['회계과'] }),
  rule('WORD', '대외비', { category: '비공개 업무', action: 'block', answer: 'pass', basis: '보안업무규정 제4조', release: false, matches: ['대외비 문서'], passes: [] }),
  rule('WORD', '조직 개편', { category: '비공개 업무', action: 'warn', answer: 'pass', basis: '정보공개법 제9조제1항제5호', release: false, matches: ['조직 개편안'], passes: [], expires: '2026-12-31' }),
  rule('WORD', '새 낱말', { action: 'mask', basis: '기관 지침', shadow: true, matches: ['새솔지구'], passes: [] }),
]
const patterns = {
  주민등록번호: [/\d{6}-[1-4]\d{6}/g, '앞에 「주민번호」, 날짜가 맞음'],
  전화번호: [/0\d{1,2}-\d{3,4}-\d{4}/g, '앞에 「연락처」'],
  이메일: [/\w+@[\w.]+\w/g, '이메일의 꼴'],
  이름: [/홍길동|김하늘/g, '앞에 「신청인」'],
  '입찰 정보': [/입찰예정가격/g, '「입찰예정가격」이 들어 있습니다'],
  대외비: [/대외비/g, '「대외비」가 들어 있습니다'],
  '조직 개편': [/조직 개편/g, '「조직 개편」이 들어 있습니다'],
  '새 낱말': [/새솔지구/g, '「새솔지구」가 들어 있습니다'],
}
const points = (text, unit) => [...text.slice(0, unit)].length

function find(text, place, released) {
  return rules.flatMap(({ name, type, action, basis, release }) => {
    const [pattern, why] = patterns[name]
    return [...text.matchAll(pattern)].filter(([value]) => value !== '900231-1234567').map(({ index, 0: value }) => ({
      place, start: points(text, index), end: points(text, index + value.length), value, type, label: name, action, why, basis, release,
      released: released.some((each) => each.type === type && each.value === value),
    }))
  }).filter((finding) => finding.label !== '새 낱말').sort((one, other) => one.start - other.start)
}

function inDocument({ name, blocks }, released) {
  const inBlock = (block, at) =>
    block.kind === 'table'
      ? block.rows.flatMap((row, r) => row.flatMap((text, c) => find(text, { field: 'block', block: at, row: r, cell: c }, released)))
      : find(block.text, { field: 'block', block: at, row: null, cell: null }, released)
  return [...find(name, { field: 'name' }, released), ...blocks.flatMap(inBlock)]
}

export function preview({ text, document, released = [] }) {
  const findings = document === undefined ? find(text, { field: 'text' }, released) : inDocument(document, released)
  const personal = new Set(findings.filter((each) => each.type !== 'WORD').map((each) => each.value)).size
  const words = findings.some((each) => each.type === 'WORD')
  const passing = findings.some((each) => each.released && each.type !== 'PHONE')
  const reasons = [...(personal > 0 ? [`개인정보 ${personal}건`] : []), ...(words ? ['비공개 업무'] : [])]
  return { findings, grade: reasons.length > 0 ? 'S' : 'O', grade_after: words || passing ? 'S' : 'O', reasons }
}

export function trial({ text, shadow }) {
  const findings = find(text, { field: 'text' }, []).map((each) => ({ ...each, score: 0.95, rule: each.label, shadow: shadow.includes(each.label) }))
  const at = text.indexOf('900231-1234567')
  const rejections = at < 0 ? [] : [{ type: 'RRN', label: '주민등록번호', start: points(text, at), end: points(text, at) + 14, value: '900231-1234567', reason: '없는 날짜', score: 0.2 }]
  let masked = text
  findings.filter((each) => each.action === 'mask' && !each.shadow).forEach(({ label, value }, at) => { masked = masked.replaceAll(value, `⟦${label}#${at + 1}·k3⟧`) })
  return { findings, rejections, masked, restored: text, same: true }
}

/** What the guard says to a question: the rules that stop it, the values that come back, and what the page is told. */
export function judged({ messages, confirmed, released = [] }) {
  const parts = messages.flatMap((message) => message.parts)
  const findings = parts.flatMap((part) => (part.type === 'text' ? find(part.text, { field: 'text' }, released) : part.type === 'data-document' ? inDocument(part.data, released) : []))
  const of = (action) => findings.filter((each) => each.action === action)
  const told = (list) => [...new Map(list.map(({ label, action, why, basis }) => [label, { rule: label, action, why, basis }])).values()]
  const stopping = of('block').length > 0 ? told(of('block')) : told(of('confirm')).filter((each) => !confirmed.includes(each.rule))
  const masked = [...new Map(of('mask').filter((each) => !each.released).map((each) => [each.value, each])).values()]
  const counts = rules.map(({ type, name }) => ({ type, label: name, count: masked.filter((each) => each.label === name).length })).filter(({ count }) => count > 0)
  const words = parts.some((part) => part.type === 'text' && part.text.includes('지시'))
  return {
    told: stopping,
    blocked: of('block').length > 0,
    values: masked.map(({ value, type, label }) => ({ value, type, label })),
    guard: {
      counts, grade_before: findings.length > 0 ? 'S' : 'O', grade: of('confirm').length > 0 ? 'S' : 'O', reasons: counts.length > 0 ? [`개인정보 ${masked.length}건`] : [],
      released: findings.filter((each) => each.released).length, orders: words ? 2 : 0, hidden: parts.reduce((sum, part) => sum + (part.type === 'data-document' ? part.data.hidden : 0), 0), warnings: told(of('warn')).map(({ rule, why, basis }) => ({ rule, why, basis })),
    },
  }
}
