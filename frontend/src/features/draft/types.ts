import { useEffect, useState } from 'react'
import { loadTypes } from '@/shared/api/official'
import { plainType, type DocumentType } from '@/shared/official/look'

/** The types of official documents, as far as they are known. */
export interface Types {
  list: readonly DocumentType[]
  /** `again` while they are asked for once more. */
  state: 'loading' | 'again' | 'ready' | 'failed'
  retry: () => void
}

/** Asks the server once for the types that the agency has. */
export function useTypes(): Types {
  const [list, setList] = useState<readonly DocumentType[]>([])
  const [state, setState] = useState<Types['state']>('loading')
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let here = true
    void loadTypes().then((outcome) => {
      if (!here) return
      if (outcome.ok) setList(outcome.value)
      setState(outcome.ok ? 'ready' : 'failed')
    })
    return () => { here = false }
  }, [attempt])
  return {
    list,
    state,
    retry: () => {
      setState('again')
      setAttempt(attempt + 1)
    },
  }
}

/** Returns the type of a name; the first one where no such type is known, a plain letter where none is. */
export function typeNamed(list: readonly DocumentType[], name: string): DocumentType {
  return list.find((each) => each.name === name) ?? list[0] ?? plainType
}

/** Returns how many facts were filled in that this type does not ask for; they are kept, and not part of the document. */
export function keptFacts(facts: Readonly<Record<string, string>>, type: DocumentType): number {
  const asked = new Set(type.facts.map(({ label }) => label))
  return Object.entries(facts).filter(([label, text]) => !asked.has(label) && text.trim() !== '').length
}
