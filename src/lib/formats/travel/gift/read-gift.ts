import { categoryTitle } from '../moodle/category.ts';
import { fromMoodle } from '../moodle/from-moodle.ts';
import type { MoodleForm, MoodleQuestion, MoodleText } from '../moodle/moodle-question.ts';
import { moodleText, type MoodleFormat } from '../moodle/moodle-text.ts';
import { readTags } from '../question-tags.ts';
import type { TravelQuestion } from '../question.ts';
import { uniqueIds } from '../slug.ts';
import type { TravelNote, TravelReading } from '../travel-format.ts';
import { hideEscapes, showEscapes } from './escape.ts';
import { readAnswers } from './read-answers.ts';
import { splitGift, type GiftBlock } from './split-gift.ts';

/** Signs that a file has at most: GIFT holds no media, so tens of thousands of questions fit in. */
const longest = 5 * 2 ** 20;

/** Reads GIFT as Moodle does; a question that can’t be taken is named, and the others are. */
export function readGift(text: string): TravelReading {
  if (text.length > longest) {
    const message = `It has more than ${longest / 2 ** 20} million signs. Export fewer questions at once.`;
    return { ok: false, fault: { line: null, about: null, message } };
  }
  const notes: TravelNote[] = [];
  const questions: TravelQuestion[] = [];
  const idFor = uniqueIds();
  let title: string | null = null;
  for (const block of splitGift(text)) {
    const category = /^\$CATEGORY:(.*)/.exec(block.text)?.[1];
    if (category !== undefined) {
      if (title !== null) notes.push(categoryNote(block));
      title ??= categoryTitle(category);
      continue;
    }
    const read = readBlock(block);
    notes.push(...read.notes);
    if (read.question) questions.push({ ...read.question, id: idFor(read.question.id) });
  }
  if (questions.length > 0) {
    return { ok: true, title, questions, notes };
  }
  const message = notes[0]?.message ?? 'No question stands in it.';
  const about = `This is no GIFT that can be taken over. ${message}`;
  return { ok: false, fault: { line: notes[0]?.line ?? 1, about: null, message: about } };
}

function categoryNote({ line }: GiftBlock): TravelNote {
  const message = 'Another category begins here. All questions go into one bank; sort them there.';
  return { line, about: null, message };
}

interface ReadBlock {
  readonly question: TravelQuestion | null;
  readonly notes: readonly TravelNote[];
}

function readBlock(block: GiftBlock): ReadBlock {
  const hidden = hideEscapes(block.text);
  const { about, name, rest } = takeName(hidden);
  const note = (message: string): TravelNote => ({ line: block.line, about, message });
  const parts = takeAnswers(rest);
  if (typeof parts === 'string') return { question: null, notes: [note(parts)] };
  const { answers, explanation } = takeExplanation(parts.answers);
  const stem = readText(parts.stem, 'moodle');
  const messages: string[] = [];
  const form = readAnswers(answers, {
    read: (written) => readText(written, stem.format).value,
    note: (message) => messages.push(message),
  });
  const asked = form && {
    name: showEscapes(name),
    idNumber: block.id,
    stem: stem.value,
    explanation: explanation === null ? null : readText(explanation, stem.format).value,
    tags: block.tags,
    form: asOrder(form, block.tags),
  };
  const read = asked && fromMoodle(asked satisfies MoodleQuestion);
  if (!read) messages.push('It has no answer that can be taken over, so it is left out.');
  const all = [...block.faults, ...messages, ...(read?.notes ?? [])];
  return { question: read?.question ?? null, notes: all.map(note) };
}

function takeName(text: string): { name: string; rest: string; about: string } {
  const [whole = '', name = ''] = /^::([\s\S]*?)::/.exec(text) ?? [];
  const rest = text.slice(whole.length).trim();
  const about = showEscapes(
    name.trim() ||
      rest
        .replace(/^\[\w+\]/, '')
        .replace(/\s+/g, ' ')
        .slice(0, 60),
  );
  return { name: name.trim() || about, rest, about };
}

/** The stem and what stands in braces; in words, why there is no such thing. */
function takeAnswers(text: string): { stem: string; answers: string } | string {
  const start = text.indexOf('{');
  const end = text.indexOf('}');
  if (start === -1 && end === -1) {
    return 'A description without an answer is left out: nothing of it could be answered.';
  }
  if (start === -1 || end < start) {
    return 'A { or } has no partner, so it is left out. Write { before the answers and } after them, without an empty line between, and \\{ or \\} for a brace in a text.';
  }
  const after = text.slice(end + 1).trim();
  if (/[{}]/.test(after)) {
    return 'It has answers at two places, or an empty line is missing between two questions, so it is left out. Write a question for each, an empty line before it.';
  }
  const stem = `${text.slice(0, start).trim()}${after ? ` _____ ${after}` : ''}`;
  return { stem, answers: text.slice(start + 1, end).trim() };
}

function takeExplanation(answers: string): { answers: string; explanation: string | null } {
  const at = answers.lastIndexOf('####');
  if (at === -1) return { answers, explanation: null };
  return { answers: answers.slice(0, at).trim(), explanation: answers.slice(at + 4).trim() };
}

function readText(written: string, inherited: MoodleFormat): ReadText {
  const [named = '', word] = /^\s*\[(html|markdown|plain|moodle)\]/.exec(written) ?? [];
  const format = (word as MoodleFormat | undefined) ?? inherited;
  const body = written.slice(named.length).trim();
  // A line of the file is no line of the text; an escaped one is.
  const isFlowing = format === 'plain' || format === 'moodle';
  const text = showEscapes(isFlowing ? body.replaceAll('\n', ' ') : body);
  return { value: moodleText(text, format), format };
}

interface ReadText {
  readonly value: MoodleText;
  readonly format: MoodleFormat;
}

/** A match with places that was an order before it was written. */
function asOrder(form: MoodleForm, tags: readonly string[]): MoodleForm {
  const { score, type } = readTags(tags);
  if (form.qtype !== 'match' || type !== 'order') return form;
  const entries = form.pairs.toSorted((one, other) => Number(one.right) - Number(other.right));
  const isPlaces = entries.every(({ right }, index) => right === String(index + 1));
  if (!isPlaces) return form;
  return {
    qtype: 'ordering',
    entries: entries.map(({ left }) => left),
    isAllOrNothing: score === 'all',
  };
}
