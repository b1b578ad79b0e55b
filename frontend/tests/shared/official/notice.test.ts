import { expect, test } from 'vitest'
import { wholeDocument } from '@/shared/official/model'
import { noticeNumber } from '@/shared/official/notice'

test.each([
  [{ agency: '강서구', number: '2026-123' }, '강서구 공고 제2026-123호'],
  [{ agency: '강서구', number: '제2026-123호', title: '도로 고시' }, '강서구 고시 제2026-123호'],
  [{ agency: '강서구', number: '강서구 공고 제1호' }, '강서구 공고 제1호'],
  [{ agency: '강서구' }, `강서구 공고 제${' '.repeat(10)}호`],
  [{}, ''],
])('%o is numbered %s', (part, told) => { expect(noticeNumber(wholeDocument(part))).toBe(told) })
