import ko from './ko.json'

type Sections = typeof ko

/** The name of a sentence, as `section.key`. */
export type TextKey = { [S in keyof Sections]: `${S}.${keyof Sections[S] & string}` }[keyof Sections]

/** The name of an error that has its own sentence. */
export type ErrorCode = keyof Sections['errors']

const sentences = new Map<string, string>(
  Object.entries(ko).flatMap(([section, keys]) =>
    Object.entries(keys).map(([key, sentence]): [string, string] => [`${section}.${key}`, sentence]),
  ),
)

/** Returns the Korean sentence of a key, each `{name}` replaced by its value. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  const sentence = sentences.get(key) ?? key
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

/** Returns a number as Korean readers expect it, with at most one decimal. */
export function figure(value: number): string {
  return value.toLocaleString('ko-KR', { maximumFractionDigits: 1 })
}

/** Tells whether an error code has its own sentence. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ko.errors, code)
}
