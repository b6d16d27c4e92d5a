import { childOf, textIn, type XmlElement } from '../../xml-tree.ts';
import type { MoodleText } from '../moodle/moodle-question.ts';
import { moodleText, type MoodleFormat } from '../moodle/moodle-text.ts';

/** A text, and the format that it says or inherits. */
export interface FormattedText {
  readonly value: MoodleText;
  readonly format: MoodleFormat;
}

const formats: Readonly<Record<string, MoodleFormat>> = {
  html: 'html',
  markdown: 'markdown',
  moodle_auto_format: 'moodle',
  plain_text: 'plain',
};

/** An element’s `<text>`; empty where there is none. */
export function formattedText(
  element: XmlElement | undefined,
  inherited: MoodleFormat,
): FormattedText {
  const format = formats[element?.attributes.get('format') ?? ''] ?? inherited;
  const text = textIn(childOf(element, 'text')).trim();
  return { value: moodleText(text, format), format };
}
