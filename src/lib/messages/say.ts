import type english from './en.json';

/** Names a message of the interface. */
export type MessageId = keyof typeof english;

/** What fills a message's gaps, by name. A date is told by its day in UTC. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

/** Says a message in the reader's language. */
export type Say = (id: MessageId, values?: MessageValues) => string;

/** The messages of one language, in ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageId, string>>;

/** A language's messages, and how it is written. */
export interface Tongue extends Pick<Speaker, 'language' | 'direction'> {
  readonly catalogue: Catalogue;
}

/** What a message may set apart in its text: `<link>…</link>` leads somewhere, `<strong>` stands out. */
export type MessageTag = 'link' | 'second' | 'strong';

/** A piece of a message: plain text, or the text between two tags. */
export interface MessagePart {
  readonly text: string;
  readonly tag: MessageTag | null;
}

/** Says messages in one language. */
export interface Speaker {
  /** BCP 47 tag. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly say: Say;
  /** A message in its pieces, where something in its text is tagged. */
  readonly parts: (id: MessageId, values?: MessageValues) => readonly MessagePart[];
}
