import type { JSX, ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Act } from './Act'
import { t } from '@/shared/text/text'

interface SheetProps {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
  /** The buttons at the foot; one that closes by default. */
  foot?: ReactNode
  alert?: boolean
  /** Whether it is as wide as a page of paper. */
  wide?: boolean
}

/** A dialog above the page; Esc and a press outside close it. */
export function Sheet({ title, open, onClose, children, foot, alert = false, wide = false }: SheetProps): JSX.Element {
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => { if (!now) onClose() }} isDismissable={!alert}>
      <Modal className={wide ? 'sheet sheet-wide' : 'sheet'}>
        <Dialog className="sheet-inner" role={alert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className="sheet-title">{title}</Heading>
          <div className="sheet-body">{children}</div>
          <div className="sheet-foot">{foot ?? <Act weight="secondary" onPress={onClose}>{t('app.close')}</Act>}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
