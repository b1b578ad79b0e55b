import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import ko from '@/shared/text/ko.json'
import { t } from '@/shared/text/text'

const source = join(import.meta.dirname, '../../../src/')
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(source + name, 'utf8'))
  .join('\n')
const sentences = Object.entries(ko).flatMap(([section, keys]) => Object.entries(keys).map(([key, text]) => ({ key: `${section}.${key}`, text })))

const serverCodes = [
  'not_admitted', 'bad_request', 'nothing_asked', 'too_long', 'unknown_task', 'unknown_model', 'grade_too_high', 'word_blocked',
  'confirmation_needed', 'document_missing', 'file_too_large', 'file_unknown', 'file_old', 'file_picture', 'file_archive', 'file_locked', 'file_broken', 'file_empty',
  'draft_incomplete', 'model_down', 'model_busy', 'model_key_refused', 'model_request_refused', 'model_broke_off', 'model_silent', 'model_cut_short', 'model_not_found', 'model_context_full', 'model_said_nothing', 'model_declined',
  'ledger_down', 'reader_down', 'guard_failed', 'rule_invalid', 'setting_invalid', 'unexpected',
]

test('every error of the server has a sentence, and the page adds only its own', () => {
  expect(Object.keys(ko.errors).sort()).toEqual([...serverCodes, 'network_down'].sort())
})

test('every error says what to do next', () => {
  expect(Object.values(ko.errors).filter((sentence) => !/주십시오/.test(sentence))).toEqual([])
})

test('no sentence shouts', () => {
  expect(sentences.filter(({ text }) => text.includes('!'))).toEqual([])
})

test('every sentence is used', () => {
  const used = (key: string): boolean => {
    const [section = '', name = ''] = key.split('.')
    return code.includes(`'${key}'`) || code.includes(`"${key}"`) || new RegExp(`\`${section}\\.\\$\\{[^}]+\\}${(/_(in|out|why)$/.exec(name)?.[0]) ?? ''}\``).test(code)
  }
  expect(sentences.map(({ key }) => key).filter((key) => !used(key))).toEqual([])
})

test('values stand in their places', () => {
  expect(t('files.pages', { n: 12 })).toBe('12쪽')
})
