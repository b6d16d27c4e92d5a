import { childOf, childrenOf, readXml, textIn, type XmlElement } from '../../xml-tree.ts';
import { categoryTitle } from '../moodle/category.ts';
import { fromMoodle } from '../moodle/from-moodle.ts';
import type { TravelQuestion } from '../question.ts';
import { uniqueIds } from '../slug.ts';
import type { TravelNote, TravelReading } from '../travel-format.ts';
import { readForm } from './read-form.ts';
import { formattedText } from './formatted-text.ts';

/** Reads what Moodle exports; a question that can’t be taken over is named, and the others are. */
export function readMoodleXml(text: string): TravelReading {
  const xml = readXml(text);
  if (!xml.ok) return { ok: false, fault: { line: xml.line, about: null, message: xml.message } };
  if (xml.root.name !== 'quiz') {
    const message = `This XML begins with <${xml.root.name}>, and Moodle’s with <quiz>. Export the questions from the question bank as Moodle XML.`;
    return { ok: false, fault: { line: xml.root.line, about: null, message } };
  }
  const notes: TravelNote[] = [];
  const questions: TravelQuestion[] = [];
  const idFor = uniqueIds();
  const categories = childrenOf(xml.root, 'question').filter(isCategory);
  for (const element of childrenOf(xml.root, 'question')) {
    if (isCategory(element)) continue;
    const read = readQuestion(element, notes);
    if (read) questions.push({ ...read, id: idFor(read.id) });
  }
  for (const { line } of categories.slice(1)) {
    const message =
      'Another category begins here. All questions go into one bank; sort them there.';
    notes.push({ line, about: null, message });
  }
  if (questions.length > 0) {
    const path = textIn(childOf(childOf(categories[0], 'category'), 'text'));
    return { ok: true, title: categoryTitle(path), questions, notes: sorted(notes) };
  }
  const reason = notes[0] ? ` ${notes[0].message}` : '';
  const message = `The file holds no question that can be taken over.${reason}`;
  return {
    ok: false,
    fault: { line: notes[0]?.line ?? 1, about: notes[0]?.about ?? null, message },
  };
}

function sorted(notes: readonly TravelNote[]): TravelNote[] {
  return notes.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
}

function isCategory(element: XmlElement): boolean {
  return element.attributes.get('type') === 'category';
}

function readQuestion(element: XmlElement, notes: TravelNote[]): TravelQuestion | null {
  const name = textIn(childOf(childOf(element, 'name'), 'text')).trim();
  const stem = formattedText(childOf(element, 'questiontext'), 'html');
  const note = (message: string) =>
    notes.push({ line: element.line, about: name || null, message });
  const form = readForm(element, { format: stem.format, note });
  if (!form) return null;
  for (const lost of lostIn(element)) note(lost);
  const explanation = formattedText(childOf(element, 'generalfeedback'), stem.format).value;
  const idNumber = textIn(childOf(element, 'idnumber')).trim();
  const read = fromMoodle({
    name,
    idNumber: idNumber || null,
    stem: stem.value,
    explanation: explanation.text === '' ? null : explanation,
    tags: childrenOf(childOf(element, 'tags'), 'tag').map((tag) =>
      textIn(childOf(tag, 'text')).trim(),
    ),
    form,
  });
  if (!read) {
    note('It has no answer that can be taken over, so it is left out.');
    return null;
  }
  for (const message of read.notes) note(message);
  return read.question;
}

/** What Moodle says to any right, partly right or wrong answer unless a teacher wrote something else. */
const usualWords = new Set([
  '',
  'Your answer is correct.',
  'Your answer is partially correct.',
  'Your answer is incorrect.',
]);

/** What a question has beyond its form, in words. */
function lostIn(element: XmlElement): string[] {
  const files = filesIn(element).map((name) => `Left out: the file “${name}”.`);
  const said = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];
  const own = said.filter(
    (name) =>
      !usualWords.has(
        textIn(childOf(childOf(element, name), 'text'))
          .replace(/<[^>]{0,200}>/g, '')
          .trim(),
      ),
  );
  const hints = childrenOf(element, 'hint').length;
  const grade = Number(textIn(childOf(element, 'defaultgrade')) || '1');
  return [
    ...files,
    ...(own.length > 0
      ? ['Left out: what is said to any right, partly right or wrong answer.']
      : []),
    ...(hints > 0 ? ['Left out: its hints.'] : []),
    ...(grade === 1 ? [] : [`Its mark there is ${grade}; here a question gives one point.`]),
  ];
}

/** The names of files that are packed into a question, wherever in it. */
function filesIn(element: XmlElement): string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'file') return [child.attributes.get('name') ?? 'without a name'];
    return child.name === 'image_base64' ? ['image'] : filesIn(child);
  });
}
