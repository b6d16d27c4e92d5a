import { createContext } from 'svelte';
import type { Source } from '../passage/source.ts';

type AddressOf = (source: Source) => string | null;

const [getAddress, setSourceAddress, hasAddress] = createContext<AddressOf>();

export { setSourceAddress };

/** Where a source can be read from this page: its page on this site, unless the page has said otherwise. */
export function useSourceAddress(): AddressOf {
  return hasAddress() ? getAddress() : ({ id }) => `/sources/${id}`;
}
