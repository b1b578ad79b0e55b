import type { JSX } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { FileKind } from './files'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

const kinds: readonly FileKind[] = ['hwpx', 'hwp', 'docx', 'pdf', 'html', 'txt']

/** One button from which the document is taken away as a file of a chosen kind. */
export function DownloadMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (kind: FileKind) => void }): JSX.Element {
  return (
    <MenuTrigger>
      <Button className="act act-primary" isDisabled={disabled}>
        <Icon name="download" />
        <span className="act-word">{t('draft.download')}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="choice-list" placement="top end">
        <Menu className="menu" onAction={(key) => { onChoose(kinds.find((kind) => kind === key) ?? 'hwpx') }}>
          {kinds.map((kind) => (
            <MenuItem key={kind} id={kind} className="choice-item" textValue={t(`files_out.${kind}`)}>
              <span className="choice-name">{t(`files_out.${kind}`)}</span>{' '}
              <span className="choice-detail">{t(`files_out.${kind}_note`)}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
