import { getContext, setContext } from 'svelte';
import type { Source } from '../passage/source.ts';

/** A passage as prose cites it. */
export interface CitedPassage {
  /** From 1, in the order in which passages are first cited. */
  readonly number: number;
  readonly source: Source;
  readonly text: string;
  /** An address of our own that lands on it, or null. */
  readonly href: string | null;
}

/** What the components of an explainer's prose find by the names that it uses. */
export interface ExplainerData {
  /** Of the prose (BCP 47). */
  readonly language: string;
  readonly citations: Readonly<Record<string, CitedPassage>>;
  /** How running text calls each source, by its id. */
  readonly sourceNames: Readonly<Record<string, string>>;
}

const key = Symbol('explainer');

/** Gives an explainer's data to the components of its prose. */
export function provideExplainer(data: () => ExplainerData): void {
  setContext(key, data);
}

/** The passage of this name. Throws where there is none: the build has checked every name. */
export function citedPassage(name: string): CitedPassage {
  const passage = explainerData().citations[name];
  if (!passage) throw new Error(`The explainer cites “${name}”, which is not there`);
  return passage;
}

/** The data of the explainer in whose prose a component stands. */
export function explainerData(): ExplainerData {
  return getContext<() => ExplainerData>(key)();
}
