import type { NamedFinding } from './lint'
import { unitsOf } from '@/shared/guard/place'
import type { OfficialDocument } from '@/shared/official/model'
import { placeInOutline, stepsOf, textAt } from '@/shared/official/places'

interface Written {
  document: OfficialDocument
  outline: string
  pictures: readonly string[]
}

/** Leads to a finding: its mark on the page comes into sight, and the focus goes to the field where it was written. */
export function showFinding(finding: NamedFinding, written: Written, pane: HTMLElement | null, page: HTMLElement | null): void {
  const mark = [...(page?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])].find((each) => each.dataset['finding'] === finding.id)
  mark?.scrollIntoView({ block: 'center' })
  const field = fieldOf(finding.place, written.document, pane)
  if (field === null) return
  const arrive = (): void => {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) select(field, finding, written)
    else field.querySelector<HTMLElement>('input')?.focus()
  }
  if (unfold(field)) requestAnimationFrame(arrive) // what is folded takes no focus before it is drawn
  else arrive()
}

function fieldOf(place: string, document: OfficialDocument, pane: HTMLElement | null): HTMLElement | null {
  const [name = '', which = ''] = stepsOf(place)
  const label = typeof which === 'number' ? (document.facts[which]?.label ?? '') : which
  const wanted = name === 'facts' ? [`facts ${label}`] : [place, place.replace(/\.\w+$/, ''), String(name), ...(name === 'to' ? ['recipients'] : [])]
  const fields = [...(pane?.querySelectorAll<HTMLElement>('[data-place]') ?? [])]
  const found = (name === 'to' ? wanted.toReversed() : wanted).flatMap((each) => fields.filter(({ dataset }) => dataset['place'] === each))
  return found[0] ?? (name === 'attachments' ? (fields.find(({ dataset }) => dataset['place'] === 'body') ?? null) : null)
}

/** Opens the fold that a field stands in; tells whether there was something to open. */
function unfold(field: HTMLElement): boolean {
  const closed = field.closest('.fold')?.querySelector<HTMLElement>('[aria-expanded="false"]') ?? null
  closed?.click()
  return closed !== null
}

function select(field: HTMLTextAreaElement | HTMLInputElement, finding: NamedFinding, { document, outline, pictures }: Written): void {
  const text = textAt(document, finding.place) ?? ''
  const [start = 0, end = 0] = unitsOf(text, [finding.words.start, finding.words.end])
  const inOutline = field.dataset['place'] === 'body' ? placeInOutline(outline, pictures, finding.place) : null
  const at = field.value.indexOf(text)
  const [from, to] = inOutline === null
    ? [at + start, at + end]
    : inOutline.words === null ? [inOutline.line.start, inOutline.line.end] : [inOutline.words.start + start, inOutline.words.start + end]
  field.focus()
  if (field.type === 'number' || text === '' || (inOutline === null && at === -1)) return
  field.setSelectionRange(from, from)
  field.blur()
  field.focus() // the browser brings the cursor into sight when the focus comes, not when it is set
  field.setSelectionRange(from, to)
}
