import { isSlug } from '../../../passage/source.ts';
import { readHtml, readLines, type HtmlText } from '../html-blocks.ts';
import { readTags } from '../question-tags.ts';
import type { TravelBase, TravelPassage, TravelQuestion } from '../question.ts';
import { readExplanation, readStem } from '../read-explanation.ts';
import { slugOf } from '../slug.ts';
import type { MoodleQuestion, MoodleText } from './moodle-question.ts';
import { formOf, type ReadForm } from './form-from-moodle.ts';

/** A question of Moodle’s as one that travels, and what of it was not taken over as it was. */
export interface FromMoodle {
  readonly question: TravelQuestion;
  readonly notes: readonly string[];
}

/** Reads a question of Moodle’s. Null where its form holds nothing that could be answered. */
export function fromMoodle(asked: MoodleQuestion): FromMoodle | null {
  const notes = new Set<string>();
  const told = readTags(asked.tags);
  const read = (text: MoodleText) => {
    // Ours never holds any, whatever signs stand in it.
    if (told.type === null && /\\[([]|\$\$/.test(text.text)) notes.add(formulas);
    return readText(text, notes);
  };
  const plain = (text: MoodleText) =>
    read(text)
      .blocks.map(({ text: line }) => line)
      .join(' ');
  const { compare, stem } = readStem(read(asked.stem));
  const explanation = readExplanation(read(asked.explanation ?? { format: 'plain', text: '' }));
  const form = formOf(asked.form, {
    told,
    passages: explanation.passages,
    plain,
    note: (message) => notes.add(message),
  });
  if (!form) return null;
  const base: TravelBase = {
    id: idOf(asked),
    version: told.version,
    language: told.language ?? 'und',
    stem,
    level: told.level,
    passages: explanation.passages.filter((passage) => !isPicked(form, passage)),
    compare,
    searched: explanation.searched,
    why: explanation.why,
    settle: explanation.settle,
    asOf: told.asOf,
    tags: told.tags,
  };
  return { question: { ...base, ...form } as TravelQuestion, notes: [...notes] };
}

/** A text as paragraphs; what of it has no place there is noted. */
function readText({ format, text }: MoodleText, notes: Set<string>): HtmlText {
  const html = format === 'html' ? readHtml(text) : readLines(text);
  for (const lost of html.lost) notes.add(`Left out: ${lost}.`);
  if (severalLanguages.test(text)) {
    notes.add('It is in several languages, which stand one after the other now. Keep one.');
  }
  if (format === 'markdown' && /[*_`#[\]|>~]/.test(text)) {
    notes.add('Its signs of Markdown stand in the text as they are. Take them out.');
  }
  return html;
}

const formulas = 'Its formulas stand in the text as TeX. Write them in words or signs.';

/** How filters of Moodle are told which words are in which language. */
const severalLanguages = /\{mlang\s|class\s*=\s*["'][^"'<>]*\bmultilang\b/i;

/** An id from the id number, where it is one of ours, or else from the name. */
function idOf({ idNumber, name }: MoodleQuestion): string {
  const own = (idNumber ?? '').replace(/^[a-z0-9-]+\//, '');
  return isSlug(own) ? own : (slugOf(idNumber ?? '') ?? slugOf(name) ?? 'question');
}

function isPicked(form: ReadForm, { exact }: TravelPassage): boolean {
  return 'sentences' in form && form.sentences.some(({ passage }) => passage.exact === exact);
}
