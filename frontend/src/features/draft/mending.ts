import { mend, toDocument, type DraftForm } from './form'
import type { LintFinding } from '@/shared/api/official'
import { unitsOf } from '@/shared/guard/place'
import type { DocumentType } from '@/shared/official/look'
import type { OfficialDocument } from '@/shared/official/model'
import { placeInOutline, textAt, withTextAt } from '@/shared/official/places'

/** Tells whether a finding can be mended where it stands, by putting its own words there. */
export function canReplace(finding: LintFinding, checked: OfficialDocument | null): boolean {
  return finding.fix !== null && checked !== null && textAt(checked, finding.place) !== null
}

/** Returns the form with what a finding proposes; null where its text has changed since it was checked. */
export function replaceFound(form: DraftForm, type: DocumentType, finding: LintFinding, checked: OfficialDocument): DraftForm | null {
  const document = toDocument(form, type)
  const text = textAt(document, finding.place)
  if (finding.fix === null || text === null || text !== textAt(checked, finding.place)) return null
  const whole = finding.start === 0 && finding.end === 0 // it is about the field and not about a word of it
  const [start = 0, end = 0] = unitsOf(text, whole ? [0, Infinity] : [finding.start, finding.end])
  const words = placeInOutline(form.outline, form.pictures, finding.place)?.words ?? null
  if (words === null) return mend(form, document, withTextAt(document, finding.place, text.slice(0, start) + finding.fix + text.slice(end)))
  const { outline } = form
  return { ...form, outline: outline.slice(0, words.start + start) + finding.fix + outline.slice(words.start + end) }
}
