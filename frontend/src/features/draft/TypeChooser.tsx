import { useEffect, useRef, type JSX } from 'react'
import { Autocomplete, Button, Collection, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, Popover, SearchField, Select, SelectValue, useFilter } from 'react-aria-components'
import type { Types } from './types'
import type { DocumentType } from '@/shared/official/look'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { Icon } from '@/shared/ui/Icon'

interface ChooserProps {
  types: Types
  type: DocumentType
  /** How many facts of other types are kept beside the document. */
  kept: number
  onChoose: (name: string) => void
}

/** Chooses the type of the document: by its group, or by a word of what it is for. */
export function TypeChooser({ types, type, kept, onChoose }: ChooserProps): JSX.Element {
  const opens = useRef<HTMLButtonElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (types.state === 'again') asked.current = true
    if (types.state !== 'ready' || !asked.current) return
    asked.current = false
    if (document.activeElement === document.body) opens.current?.focus() // the button that asked is gone; whoever writes elsewhere stays there
  }, [types.state])
  if (types.list.length === 0) return <Missing types={types} />
  return (
    <div className="type-choice">
      <Select className="choice" value={type.name} onChange={(key) => { onChoose(String(key)) }}>
        <Label className="field-label">{t('draft.type')}</Label>
        <Button ref={opens} className="choice-button">
          <SelectValue className="choice-value">{type.title}</SelectValue>
          <Icon name="down" size={16} />
        </Button>
        <Popover className="choice-list type-list" placement="bottom start"><TypeList list={types.list} /></Popover>
      </Select>
      <p className="field-hint">{type.when}</p>
      {kept > 0 && <p className="field-hint type-kept" role="status">{t('draft.type_kept', { n: kept })}</p>}
    </div>
  )
}

interface Group {
  id: string
  types: DocumentType[]
}

function TypeList({ list }: { list: readonly DocumentType[] }): JSX.Element {
  const { contains } = useFilter({ sensitivity: 'base' })
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => { field.current?.focus() }, []) // the list was opened to find something in it
  return (
    <Autocomplete filter={(words, wanted) => wanted.trim().split(/\s+/).every((word) => contains(words, word))}>
      <SearchField className="type-search" aria-label={t('draft.type_search')}>
        <Icon name="search" size={18} />
        <Input ref={field} className="field-input" placeholder={t('draft.type_search')} />
      </SearchField>
      <ListBox className="type-options" items={groupsOf(list)} renderEmptyState={() => <p className="field-hint type-none">{t('draft.type_none')}</p>}>
        {(group) => (
          <ListBoxSection id={group.id}>
            <Header className="type-group">{group.id}</Header>
            <Collection items={group.types}>
              {(each) => (
                <ListBoxItem id={each.name} className="choice-item" textValue={`${each.title} ${each.group} ${each.when}`}>
                  <span className="choice-name">{each.title}</span>{' '}
                  <span className="choice-detail">{each.when}</span>
                </ListBoxItem>
              )}
            </Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}

function groupsOf(list: readonly DocumentType[]): Group[] {
  const names = [...new Set(list.map(({ group }) => group))]
  return names.map((id) => ({ id, types: list.filter(({ group }) => group === id) }))
}

/** Without the types a letter can still be written. */
function Missing({ types }: { types: Types }): JSX.Element {
  if (types.state === 'loading') return <p className="field-hint" role="status">{t('draft.type_loading')}</p>
  return (
    <div className="type-failed">
      <p className="field-hint" role="status">{t(types.state === 'again' ? 'draft.type_loading' : 'draft.type_failed')}</p>
      <Act weight="quiet" icon="retry" onPress={types.retry}>{t('app.retry')}</Act>
    </div>
  )
}
