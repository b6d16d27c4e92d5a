/** What `#trap name` at the end of an entry or reply would be read as. */
const trapEnd = /#(?=trap\s+[a-z][a-z0-9-]*$)/;

/** A text as one line, as every reader of the bank format gets it. */
export function oneLine(text: string): string {
  return text.replaceAll('\0', '\uFFFD').replace(/\s+/g, ' ').trim();
}

/**
 * A text for a place where words stand before it: nothing in it is read as markup. An address is
 * parted, for within one a backslash would be read as a backslash.
 */
export function inline(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[<]|~(?=~)|(?<=~)~|&(?=#?\w+;)|(?<=https?):(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(trapEnd, '\\#');
}

/** A text that a line, an entry or a reply begins with: it opens no heading, list or quotation. */
export function opening(text: string): string {
  return inline(text)
    .replace(/^[#>+\-=|:~(]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A text behind `## `, whose last `#` is part of it. */
export function heading(text: string): string {
  return inline(text).replace(/#$/, '\\#');
}

/** A reply in a `not` line, in which a backslash is the only sign of its own. */
export function wrongReply(text: string): string {
  return oneLine(text).replaceAll('\\', '\\\\').replace(trapEnd, '\\#');
}

/** What stands behind a text whose misreading is known. */
export function trapSign(trap: string | null): string {
  return trap === null ? '' : ` #trap ${trap}`;
}

/** True for a name that `#trap` can carry. */
export function isTrapName(trap: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(trap);
}
