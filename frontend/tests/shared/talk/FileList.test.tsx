// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { Attachment, Attachments } from '@/shared/talk/attachments'
import { FileList } from '@/shared/talk/FileList'
import { t } from '@/shared/text/text'

afterEach(cleanup)

const file = (id: number, name: string, hidden: number): Attachment => (
  { id, name, origin: name, file: null, state: 'ready', document: { name, kind: 'docx', pages: null, characters: 1, hidden, blocks: [] } }
)
const listed = (...files: Attachment[]): Attachments => (
  { files, notice: '', add: () => {}, remove: () => {}, retry: () => {}, sent: () => {}, swap: () => {}, bringBack: () => {} }
)

test('a file with text that nobody sees says so, and stands where it is seen', () => {
  render(<FileList attachments={listed(file(1, '가.docx', 0), file(2, '나.docx', 2))} />)
  const items = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(items.map((text) => text.includes(t('files.hidden', { n: 2 })))).toEqual([true, false])
  expect(items[0]).toContain('나.docx')
})
