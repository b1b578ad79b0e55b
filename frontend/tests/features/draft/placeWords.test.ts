import { expect, test } from 'vitest'
import { placeWords } from '@/features/draft/placeWords'
import { wholeDocument } from '@/shared/official/model'

const document = wholeDocument({ facts: [{ label: '일시', text: '오늘' }] })

test.each([
  ['body[0].items[1].text', '본문'], ['facts[0].text', '일시'], ['facts.표결 내용', '표결 내용'], ['summary', '문서 요지'], ['attachments[0].name', '붙임'],
  ['', ''], ['tables[0]', ''],
])('the place %s is called %s', (place, words) => { expect(placeWords(place, document)).toBe(words) })
