import { fileURLToPath, URL } from 'node:url'
import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const features = ['home', 'ask', 'summarise', 'draft', 'guard', 'compare']
const hangul = '[\\u1100-\\u11ff\\u3130-\\u318f\\uac00-\\ud7a3\\u3200-\\u32ff]'
const koreanElsewhere = 'Korean sentences live in src/shared/text/ko.json.'
const nothingStored = 'What an official types lives in the memory of the page only.'
const storages = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore']

export default defineConfig(
  { ignores: ['node_modules', '../ilson/web/static'] },
  {
    files: ['**/*.{ts,tsx,js}'],
    extends: [
      js.configs.recommended,
      tseslint.configs.strictTypeChecked,
      jsxA11y.flatConfigs.strict,
      reactHooks.configs.flat['recommended-latest'],
    ],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 80],
      complexity: ['error', 15],
      'no-console': 'error',
      'no-restricted-globals': ['error', ...storages.map((name) => ({ name, message: nothingStored }))],
      'no-restricted-properties': [
        'error',
        ...storages.flatMap((property) =>
          ['window', 'globalThis', 'self'].map((object) => ({ object, property, message: nothingStored })),
        ),
        { object: 'document', property: 'cookie', message: nothingStored },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: `Literal[value=/${hangul}/]`, message: koreanElsewhere },
        { selector: `TemplateElement[value.raw=/${hangul}/]`, message: koreanElsewhere },
        { selector: `JSXText[value=/${hangul}/]`, message: koreanElsewhere },
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: 'Text is shown as text.' },
      ],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: fileURLToPath(new URL('./src', import.meta.url)),
          zones: [
            { target: './shared', from: ['./features', './app'], message: 'app → features → shared' },
            { target: './features', from: './app', message: 'app → features → shared' },
            ...features.map((name) => ({
              target: `./features/${name}`,
              from: './features',
              except: [`./${name}`],
              message: 'features do not know each other',
            })),
          ],
        },
      ],
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['tabpanel', 'region', 'group'], tags: [] }],
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/set-state-in-effect': 'off', // a work begins by itself once its files are read: that is an effect
      'react-hooks/incompatible-library': 'error',
      'react-hooks/unsupported-syntax': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['tests/**', 'dev-only/**'],
    rules: { 'no-restricted-syntax': 'off', 'max-lines-per-function': 'off', 'no-console': 'off' },
  },
)
