import { t } from '@/shared/text/text'

const [year = '', month = '', day = ''] = Array.from(t('typed.day_units'))
const written = new RegExp(`^([12]\\d{3})\\s*[-./${year}]\\s*(\\d{1,2})\\s*[-./${month}]\\s*(\\d{1,2})\\s*[.${day}]?$`)

/** Returns a date as official documents write it, 「2026. 11. 22.」; other text comes back unchanged (영 제7조제5항). */
export function spellDate(text: string): string {
  const [, years = '', months = '', days = ''] = written.exec(text.trim()) ?? []
  const found = new Date(Date.UTC(Number(years), Number(months) - 1, Number(days)))
  const real = years !== '' && found.getUTCMonth() === Number(months) - 1 && found.getUTCDate() === Number(days)
  return real ? `${Number(years)}. ${Number(months)}. ${Number(days)}.` : text
}
