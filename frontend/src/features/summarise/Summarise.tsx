import type { JSX } from 'react'
import { useSession } from '@/shared/api/here'
import { sizeOf } from '@/shared/talk/attachments'
import type { Seed } from '@/shared/talk/question'
import { sampleFile } from '@/shared/talk/sample'
import { StartPage } from '@/shared/talk/StartPage'
import { TalkScreen } from '@/shared/talk/TalkScreen'
import { t } from '@/shared/text/text'

interface SummariseProps {
  seed: Seed
  active: boolean
  onNamed: (title: string) => void
}

/** The screen that sums up documents, and answers questions about them afterwards. */
export default function Summarise(props: SummariseProps): JSX.Element {
  const { limits } = useSession()
  return (
    <TalkScreen
      {...props}
      task="summarise"
      placeholder={t('composer.summarise_placeholder')}
      empty={(begin) => (
        <StartPage
          icon="summarise"
          title={t('summarise.empty_title')}
          body={t('summarise.empty_body', { size: sizeOf(limits.file_bytes) })}
          example={t('summarise.example')}
          note={t('summarise.example_note')}
          onExample={() => { begin({ text: '', files: [sampleFile()], start: true }) }}
        />
      )}
    />
  )
}
