import type { JSX } from 'react'
import { sampleFile } from '@/shared/talk/sample'
import { StartPage } from '@/shared/talk/StartPage'
import type { Seed } from '@/shared/talk/question'
import { TalkScreen } from '@/shared/talk/TalkScreen'
import { t } from '@/shared/text/text'

interface AskProps {
  seed: Seed
  active: boolean
  onNamed: (title: string) => void
}

/** The screen of questions and answers. */
export default function Ask(props: AskProps): JSX.Element {
  return (
    <TalkScreen
      {...props}
      task="ask"
      placeholder={t('composer.ask_placeholder')}
      empty={(begin) => (
        <StartPage
          icon="ask"
          title={t('ask.empty_title')}
          body={t('ask.empty_body')}
          example={t('ask.example')}
          note={t('ask.example_note')}
          onExample={() => { begin({ text: t('ask.example_question'), files: [sampleFile()], start: true }) }}
        />
      )}
    />
  )
}
