const tokenForm = /^[A-Za-z0-9_-]{43}$/;

/** Keeps the secret that says who is answering, for as long as the frame's tab is open. */
export interface TokenKeeper {
  /** The one that came with the address or was kept from an earlier visit; null for a new frame. */
  readonly kept: string | null;
  /** Holds one while the page is there. */
  readonly hold: (token: string) => void;
  /** Keeps what is held over a reload, since answers hang on it now. */
  readonly keep: () => void;
  /** Headers that say who is asking. */
  readonly headers: () => Readonly<Record<string, string>>;
}

/**
 * Keeps it in memory, and in the tab's storage where the browser allows that: in a sandbox, or where
 * storage is blocked for other sites' frames, it throws.
 */
export function makeTokenKeeper(): TokenKeeper {
  const name = nameOf(location);
  const launched = takeLaunched();
  const kept = launched ?? readStored(name);
  let held = kept;
  if (launched !== null) store(name, launched);
  return {
    kept,
    hold: (token) => {
      held = token;
    },
    keep: () => {
      if (held !== null) store(name, held);
    },
    headers: () => (held === null ? {} : { authorization: `Bearer ${held}` }),
  };
}

/** By the bank and what chooses its items, as the attempt's id: looks and pass mark may change meanwhile. */
function nameOf({ pathname, search }: Location): string {
  const query = new URLSearchParams(search);
  const chosen = ['items', 'draw', 'order'].map((option) => query.get(option) ?? '');
  return ['verbatim', pathname, ...chosen].join(' ');
}

/** The token that a launch put behind the address (`#token=…`), which is taken out of it. */
function takeLaunched(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null || !tokenForm.test(token)) return null;
  try {
    history.replaceState(history.state, '', location.pathname + location.search);
  } catch {
    // A sandbox may keep addresses as they are; nobody but the frame reads this one.
  }
  return token;
}

function readStored(name: string): string | null {
  try {
    const stored = sessionStorage.getItem(name);
    return stored !== null && tokenForm.test(stored) ? stored : null;
  } catch {
    return null;
  }
}

function store(name: string, token: string): void {
  try {
    sessionStorage.setItem(name, token);
  } catch {
    // It is in memory: the attempt lasts as long as the page does.
  }
}
