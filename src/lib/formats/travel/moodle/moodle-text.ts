import type { MoodleText } from './moodle-question.ts';

/** The formats that a text of Moodle’s can have; `moodle` is HTML in which a new line is one. */
export type MoodleFormat = 'html' | 'markdown' | 'moodle' | 'plain';

/** A text in one of Moodle’s formats as one of the two that are read; Markdown is left as it stands. */
export function moodleText(text: string, format: MoodleFormat): MoodleText {
  if (format === 'html') return { format, text };
  const isHtml = format === 'moodle' && /<\/?[a-z]|&#?\w+;/i.test(text);
  if (!isHtml) return { format: 'plain', text };
  return { format: 'html', text: text.replaceAll('\n', '<br>') };
}
