import { useId, useLayoutEffect, useRef, useState, type ChangeEvent, type JSX, type KeyboardEvent } from 'react'
import { PictureButton } from './PictureButton'
import { TableSheet } from './TableSheet'
import { levelOf, putPicture, putTable, shiftLevel, tableAt, type Selected, type TableSpan } from '@/shared/official/outline'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

const typing = ['insertLineBreak', 'insertParagraph', 'insertText', 'insertCompositionText']

interface BodyEditorProps {
  outline: string
  pictures: readonly string[]
  onChange: (part: { outline: string; pictures?: readonly string[] }) => void
}

/** The body as an outline: a line is an item, two spaces are a level; Tab still leaves the field. */
export function BodyEditor({ outline, pictures, onChange }: BodyEditorProps): JSX.Element {
  const field = useRef<HTMLTextAreaElement>(null)
  const place = useRef<Selected | null>(null)
  const [span, setSpan] = useState<TableSpan | null>(null)
  const id = useId()

  useLayoutEffect(() => {
    if (place.current?.text !== outline) return
    field.current?.setSelectionRange(place.current.start, place.current.end)
    place.current = null
  }, [outline])
  const selected = (): Selected => ({ text: outline, start: field.current?.selectionStart ?? 0, end: field.current?.selectionEnd ?? 0 })
  const put = (next: Selected, more: { pictures?: readonly string[] } = {}): void => {
    place.current = next
    onChange({ outline: next.text, ...more })
    field.current?.focus()
  }
  const shift = (by: 1 | -1): void => { put(shiftLevel(selected(), by)) }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) {
      event.preventDefault()
      shift(event.key === 'ArrowRight' ? 1 : -1)
    }
  }
  const onInput = ({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    const typed = typing.includes((nativeEvent as InputEvent).inputType)
    const broken = typed && target.value[target.selectionStart - 1] === '\n' // also where Enter ended a syllable
    if (broken) put(continued({ text: target.value, start: target.selectionStart, end: target.selectionEnd }))
    else onChange({ outline: target.value })
  }
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{t('draft.body')}</label>
      <div className="tools" role="group" aria-label={t('draft.body_tools')}>
        <Act weight="quiet" icon="right" onPress={() => { shift(1) }}>{t('draft.deeper')}</Act>
        <Act weight="quiet" icon="left" onPress={() => { shift(-1) }}>{t('draft.shallower')}</Act>
        <Act weight="quiet" icon="table" onPress={() => { setSpan(tableAt(outline, selected().start)) }}>{t('draft.table')}</Act>
        <PictureButton onPicture={(content) => { put(putPicture(selected(), pictures.length + 1, t('draft.picture_says')), { pictures: [...pictures, content] }) }} />
      </div>
      <textarea ref={field} id={id} className="field-input body-text" data-place="body" rows={8} value={outline} aria-describedby={`${id}-hint`} onKeyDown={onKeyDown} onChange={onInput} />
      <p className="field-hint" id={`${id}-hint`}>{t('draft.body_hint')}</p>
      {span !== null && (
        <TableSheet
          rows={span.rows}
          onClose={() => { setSpan(null) }}
          onSave={(rows) => {
            onChange({ outline: putTable(outline, span, rows) })
            setSpan(null)
          }}
        />
      )}
    </div>
  )
}

/** Returns the text with the new line that was just begun on the level of the line before. */
function continued({ text, start }: Selected): Selected {
  const line = text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1)
  const indent = '  '.repeat(levelOf(line))
  return { text: text.slice(0, start) + indent + text.slice(start), start: start + indent.length, end: start + indent.length }
}
