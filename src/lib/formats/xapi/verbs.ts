import type { LanguageMap } from './statement.ts';

/** What a learner did, in words of ADL’s vocabulary. */
export type Verb = 'answered' | 'completed' | 'passed' | 'failed';

/** Each verb as statements name it. */
export const verbs: Readonly<Record<Verb, { readonly id: string; readonly display: LanguageMap }>> =
  {
    answered: verbOf('answered'),
    completed: verbOf('completed'),
    passed: verbOf('passed'),
    failed: verbOf('failed'),
  };

function verbOf(name: Verb) {
  return { id: `http://adlnet.gov/expapi/verbs/${name}`, display: { en: name } };
}
