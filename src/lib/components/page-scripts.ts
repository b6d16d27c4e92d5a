import { createContext } from 'svelte';

const [, holdScript, hasScript] = createContext<true>();

/** Says that the page's own script does all that parts of it would load scripts for. */
export function bringScripts(): void {
  holdScript(true);
}

/** True where a part of a page needs to load no script of its own. */
export function bringsScripts(): boolean {
  return hasScript();
}
