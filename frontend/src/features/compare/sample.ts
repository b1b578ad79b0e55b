import type { Side } from './sides'
import { t } from '@/shared/text/text'

/** Returns one version of a made-up ordinance, so that the screen can be tried with a click. */
export function sampleFile(side: Side): File {
  return new File([t(`compare_sample.${side}`)], t(`sample_names.${side}`), { type: 'text/plain' })
}
