import type { JSX, ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from './Icon'

/** A part of a form that stays folded until it is needed. */
export function Fold({ title, children }: { title: ReactNode; children: ReactNode }): JSX.Element {
  return (
    <Disclosure className="fold">
      <Heading level={3} className="fold-head">
        <Button slot="trigger" className="fold-button">
          <Icon name="down" size={18} />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="fold-panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}
