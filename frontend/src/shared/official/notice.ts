import type { OfficialDocument } from './model'
import { t } from '@/shared/text/text'

const gap = '  '

/** Returns the line above the title of a notice; empty where nothing is known of it. */
export function noticeNumber({ agency, number, title }: OfficialDocument): string {
  const [kind, other] = [t('official.notice'), t('official.public_notice')]
  if (number.includes(kind) || number.includes(other)) return number
  const [before = '', after = ''] = Array.from(t('official.ordinal'))
  const told = number === '' ? gap.repeat(5) : number.replace(new RegExp(`^${before}|${after}$`, 'g'), '')
  if (number === '' && agency === '') return ''
  return [agency, title.includes(other) ? other : kind, `${before}${told}${after}`].filter((word) => word !== '').join(' ')
}
