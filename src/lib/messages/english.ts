import catalogue from './en.json' with { type: 'json' };
import { makeSpeaker } from './speaker.ts';

/** English, which is complete: what is said where no other language was chosen. */
export const english = makeSpeaker('en', catalogue);
