/** A text in which no sign means anything to Markdown, to stand behind others on its line. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~]/g, '\\$&').replace(/&(?=#?\w+;)/g, '\\&');
}

/** The same for a text that begins its line, or an entry of a list. */
export function escapeLine(text: string): string {
  return escapeMarkdown(text)
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** The same for a heading, whose closing `#` signs would be taken away. */
export function escapeHeading(text: string): string {
  return escapeLine(text).replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'));
}

/** A remark that Markdown does not show. */
export function comment(text: string): string {
  return `<!-- ${text.replace(/-{2,}/g, '–').replaceAll('>', '›')} -->`;
}
