import { Component, type ReactNode } from 'react'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'

/** Keeps a fault in one work to itself: the others stay, and this one can be begun again. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children
    return (
      <div className="gate">
        <p role="alert">{t('app.broken')}</p>
        <Act weight="primary" icon="retry" onPress={() => { this.setState({ broken: false }) }}>{t('app.retry')}</Act>
      </div>
    )
  }
}
