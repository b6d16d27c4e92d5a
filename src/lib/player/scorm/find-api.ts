/** Functions of an LMS, by their names; each takes texts and gives one. */
export type ScormApi = Readonly<Record<string, (...given: string[]) => unknown>>;

/** How many windows up an LMS is looked for: some frame themselves for ever. */
const mostWindows = 500;

/** Looks for an LMS in a window and all that frame it; null where there is none. */
function findUpwards(name: string, start: Window): ScormApi | null {
  let current = start;
  for (let count = 0; count < mostWindows; count += 1) {
    try {
      const api = (current as unknown as Readonly<Record<string, unknown>>)[name];
      if (api) return api as ScormApi;
    } catch {
      // A window of another origin: what frames it may be of ours again.
    }
    const parent = parentOf(current);
    if (!parent) return null;
    current = parent;
  }
  return null;
}

/**
 * Finds the functions of an LMS (RTE 3.3): in the windows that frame this one, then in those that
 * opened one of them; null where there are none.
 */
export function findApi(name: string, start: Window): ScormApi | null {
  const found = findUpwards(name, start);
  if (found) return found;
  let current = start;
  for (let count = 0; count < mostWindows; count += 1) {
    const opener = openerOf(current);
    const theirs = opener && findUpwards(name, opener);
    if (theirs) return theirs;
    const parent = parentOf(current);
    if (!parent) return null;
    current = parent;
  }
  return null;
}

/** The window that frames one; null for the topmost, and where a window was closed. */
function parentOf(current: Window): Window | null {
  const parent = current.parent as Window | null;
  return parent === current ? null : parent;
}

function openerOf(current: Window): Window | null {
  try {
    return current.opener as Window | null;
  } catch {
    return null;
  }
}
