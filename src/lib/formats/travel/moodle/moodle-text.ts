import type { MoodleText } from './moodle-question.ts';

/** The formats that a text of Moodle’s can have; `moodle` is HTML in which a new line is one. */
export type MoodleFormat = 'html' | 'markdown' | 'moodle' | 'plain';

/** Tags of HTML and references to its signs. Of `x<y and y>z` nothing is taken for a tag. */
const htmlSign =
  /<\/?(?:a|abbr|audio|b|big|blockquote|br|center|code|dd|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|li|math|ol|p|pre|q|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|video)(?=[\s/>])|&#?\w+;/i;

/** A text in one of Moodle’s formats as one that is read; Markdown is left as it stands. */
export function moodleText(text: string, format: MoodleFormat): MoodleText {
  if (format === 'html' || format === 'markdown') return { format, text };
  const isHtml = format === 'moodle' && htmlSign.test(text);
  if (!isHtml) return { format: 'plain', text };
  return { format: 'html', text: text.replaceAll('\n', '<br>') };
}
