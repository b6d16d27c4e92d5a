import { inQuotes } from '../../quiz/in-quotes.ts';
import type { Source } from '../../passage/source.ts';

/** A source in one line: who published it, what it is called, and when. What is not known is left out. */
export function attributionOf({ published, publisher, title }: Source): string {
  return [publisher, inQuotes(title), published].filter(Boolean).join(', ');
}
