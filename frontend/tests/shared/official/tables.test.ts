import { expect, test } from 'vitest'
import { alignOf, columnsOf } from '@/shared/official/tables'

test('a Hangul letter is two columns wide', () => { expect(columnsOf('가a 1')).toBe(5) })

test.each([
  [['1,200', '-', '△3.5 %', ''], 'right'],
  [['총무과', '3명'], 'center'],
  [['짧음', '스물네 칸이 넘는 긴 글이 들어 있는 칸입니다'], 'left'],
  [['두\n줄'], 'left'],
  [['', ''], 'center'],
])('cells %j stand %s', (cells, align) => { expect(alignOf(cells)).toBe(align) })
