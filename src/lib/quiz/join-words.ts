import type { Say } from '../messages/say.ts';

/** How one word of a list is put to those before it: "; ", ", then " and so on. */
type Link = 'list.apart' | 'list.last' | 'list.more' | 'list.then' | 'list.two';

/** Words with the same link between all of them: "one, then two, then three". */
export function linkWords(words: readonly string[], link: Link, say: Say): string {
  const [first = '', ...others] = words;
  return others.reduce((before, next) => say(link, { before, next }), first);
}

/** "one", "one and two", "one, two and three". */
export function joinWords(words: readonly string[], say: Say): string {
  if (words.length < 3) return linkWords(words, 'list.two', say);
  const before = linkWords(words.slice(0, -1), 'list.more', say);
  return linkWords([before, words.at(-1) ?? ''], 'list.last', say);
}
