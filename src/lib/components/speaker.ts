import { createContext } from 'svelte';
import { english } from '../messages/english.ts';
import type { Speaker } from '../messages/say.ts';

const [getSpeaker, setSpeaker, hasSpeaker] = createContext<Speaker>();

export { setSpeaker };

/** Who speaks to the reader of this page; English where the page has not said. */
export function useSpeaker(): Speaker {
  return hasSpeaker() ? getSpeaker() : english;
}
