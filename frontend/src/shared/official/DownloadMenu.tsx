import type { JSX } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { fileKinds, type FileKind } from './files'
import { t } from '@/shared/text/text'
import { Icon } from '@/shared/ui/Icon'

/** One button from which a document is taken away as a file of a chosen kind. */
export function DownloadMenu({ disabled, onChoose }: { disabled: boolean; onChoose: (kind: FileKind) => void }): JSX.Element {
  return (
    <MenuTrigger>
      <Button className="act act-primary" isDisabled={disabled}>
        <Icon name="download" />
        <span className="act-word">{t('draft.download')}</span>
        <Icon name="down" size={16} />
      </Button>
      <Popover className="choice-list" placement="top end">
        <Menu className="menu" onAction={(key) => { onChoose(fileKinds.find((kind) => kind === key) ?? 'hwpx') }}>
          {fileKinds.map((kind) => (
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
