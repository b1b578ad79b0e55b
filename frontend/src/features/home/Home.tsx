import { useRef, useState, type JSX } from 'react'
import { useSession } from '@/shared/api/here'
import type { ReadDocument, TaskName } from '@/shared/api/types'
import { useCheck } from '@/shared/guard/check'
import { useReleases } from '@/shared/guard/releases'
import { Strip } from '@/shared/guard/Strip'
import { useArrival } from '@/shared/keys/arrive'
import { useFileDrop } from '@/shared/keys/drop'
import { useEnter } from '@/shared/keys/enter'
import { useLeaveWarning } from '@/shared/keys/leave'
import { useShortcut } from '@/shared/keys/shortcut'
import type { Seed } from '@/shared/talk/question'
import { t } from '@/shared/text/text'
import { Act } from '@/shared/ui/Act'
import { DropVeil } from '@/shared/ui/DropVeil'
import { FilePick } from '@/shared/ui/FilePick'
import { Icon } from '@/shared/ui/Icon'

const noDocuments: ReadDocument[] = []

/** What a tile opens: a task, or the comparison of two documents, which asks no model. */
type TileName = TaskName | 'compare'

interface HomeProps {
  active: boolean
  onOpen: (task: TileName, seed: Seed) => void
  onAbout: () => void
  /** Opens the page of the guard's rules. */
  onRules: () => void
}

/** The first screen: one question box, and the tasks with what goes in and what comes out. */
export function Home({ active, onOpen, onAbout, onRules }: HomeProps): JSX.Element {
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const releases = useReleases()
  const check = useCheck({ text, documents: noDocuments }, releases.list)
  const { tasks } = useSession()
  const open = (task: TaskName, seed: Partial<Seed>): void => {
    onOpen(task, { text: '', files: [], start: false, released: releases.list, ...seed })
    setText('')
    releases.clear()
  }
  const send = (written: string): void => { if (written.trim() !== '') open('ask', { text: written.trim(), start: true }) }
  const compare = (files: File[]): void => { onOpen('compare', { text: '', files, start: false }) } // what was typed stays here
  const enter = useEnter(send)
  useArrival(active, field, false)
  useShortcut('/', active, () => field.current?.focus())
  useLeaveWarning(text !== '')
  const over = useFileDrop(active, (files, place) => {
    const tile = place?.closest<HTMLElement>('[data-task]')?.dataset['task']
    if (tile === 'compare') compare(files)
    else if (tile === 'summarise') open('summarise', { files, start: true })
    else open('ask', { files, text })
  })
  return (
    <div className="home">
      <section className="home-ask">
        <h1 className="home-title">{t('home.title')}</h1>
        <div className="home-box">
          <textarea ref={field} className="composer-text" rows={2} aria-label={t('home.question')} placeholder={t('home.placeholder')} value={text} onChange={(event) => { setText(event.target.value) }} {...enter} />
          <Strip check={check} releases={releases} />
          <div className="home-foot">
            <FilePick label={t('composer.files')} onFiles={(files) => { if (files.length > 0) open('ask', { files, text }) }} />
            <Act weight="primary" icon="send" disabled={text.trim() === ''} onPress={() => { send(text) }}>{t('home.send')}</Act>
          </div>
        </div>
      </section>
      <nav className="tiles" aria-label={t('home.tasks')}>
        {[...tasks.map(({ name }): TileName => name), 'compare' as const].map((name) => (
          <button key={name} type="button" className="tile" data-task={name} onClick={() => { if (name === 'compare') compare([]); else open(name, { text }) }}>
            <span className="tile-icon"><Icon name={name} size={26} /></span>
            <span className="tile-title">{t(`tasks.${name}`)}</span>
            <span className="tile-line"><span className="tile-key">{t('tasks.in')}</span> {t(`tasks.${name}_in`)}</span>
            <span className="tile-line"><span className="tile-key">{t('tasks.out')}</span> {t(`tasks.${name}_out`)}</span>
            {over && name === 'summarise' && <span className="tile-drop">{t('home.drop_summary')}</span>}
            {over && name === 'compare' && <span className="tile-drop">{t('home.drop_compare')}</span>}
          </button>
        ))}
      </nav>
      <p className="home-notice">
        <Act weight="quiet" icon="shield" onPress={onAbout}>{t('home.notice')}</Act>
        <span>{t('home.notice_rest')}</span>
        <Act weight="quiet" icon="guard" onPress={onRules}>{t('tasks.guard')}</Act>
      </p>
      {over && <DropVeil words={t('home.drop')} />}
    </div>
  )
}
