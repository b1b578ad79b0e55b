import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import { App } from './App'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/frame.css'
import './styles/home.css'
import './styles/talk.css'
import './styles/composer.css'
import './styles/sources.css'
import './styles/guard.css'
import './styles/rules.css'
import './styles/draft.css'
import './styles/findings.css'
import './styles/paper.css'
import './styles/compare.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<I18nProvider locale="ko-KR"><App /></I18nProvider>)
