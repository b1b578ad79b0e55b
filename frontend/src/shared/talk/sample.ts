import { t } from '@/shared/text/text'

/** Returns a made-up meeting paper, so that every task can be tried with a click. */
export function sampleFile(): File {
  return new File([t('sample.text')], t('sample.name'), { type: 'text/plain' })
}
