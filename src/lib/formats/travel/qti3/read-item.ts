import { childOf, type XmlElement } from '../../xml-tree.ts';
import { levels } from '../../../quiz/item.ts';
import { isSlug } from '../../../passage/source.ts';
import { languageTag } from '../language-tag.ts';
import type { TravelQuestion, TravelSource } from '../question.ts';
import { slugOf } from '../slug.ts';
import type { TravelNote } from '../travel-format.ts';
import { unfit, type Asked, type FormReading, type ItemParts } from './item-parts.ts';
import { byOlderNames, classEnding, findAll, findClass, findNamed, wordsOf } from './qti-tree.ts';
import { readMatch, readOrder } from './read-arrangements.ts';
import { readChoice, readVerdictWithEvidence } from './read-choices.ts';
import { readNumbers, readResponses } from './read-declarations.ts';
import { readEntry } from './read-entries.ts';
import { noteLosses } from './note-losses.ts';
import { readCompared, readExplanation } from './read-explanation.ts';
import { isFeedback, readFeedbacks, typeNamed } from './read-feedback.ts';
import { readRules } from './read-rules.ts';

/** A question of an item, or none where it is of no kind that is known here; the notes say why. */
export interface ItemReading {
  readonly question: TravelQuestion | null;
  readonly notes: readonly TravelNote[];
}

/** The interactions that are known here. */
const readers: Readonly<Record<string, (asked: Asked, parts: ItemParts) => FormReading>> = {
  choiceInteraction: readChoice,
  hottextInteraction: readChoice,
  inlineChoiceInteraction: readChoice,
  orderInteraction: readOrder,
  matchInteraction: readMatch,
  textEntryInteraction: readEntry,
};

/** True for the root of an item, of QTI 3.0 or 2. */
export function isItem({ name }: XmlElement): boolean {
  return name === 'qti-assessment-item' || name === 'assessmentItem';
}

/** Reads an item of QTI 3.0, or of QTI 2, whose elements differ by their names. */
export function readItem(root: XmlElement, path: string | null): ItemReading {
  const item = byOlderNames(root);
  const title = item.attributes.get('title') ?? item.attributes.get('identifier') ?? '';
  const about = path ?? (title === '' ? null : title);
  const notes: TravelNote[] = [];
  const note = (line: number, message: string) => notes.push({ line, about, message });
  const body = childOf(item, 'itemBody');
  if (!body) {
    note(item.line, 'The item has no body and was left out.');
    return { question: null, notes };
  }
  const parts = partsOf(item, body, (message) => note(body.line, message));
  const read = readForm(parts);
  if (read.type === null) {
    note(parts.interactions[0]?.line ?? body.line, `“${title}” was left out: ${read.reason}.`);
    return { question: null, notes };
  }
  noteLosses(item, parts, read);
  const stem = stemOf(parts) || title;
  const base = { ...baseOf(item, parts), stem };
  const question = { ...base, type: read.type, ...read.form } as TravelQuestion;
  return { question, notes };
}

function partsOf(item: XmlElement, body: XmlElement, note: (message: string) => void): ItemParts {
  const rules = readRules(item);
  const feedbacks = readFeedbacks(item, rules);
  return {
    body,
    interactions: findAll(body, ({ name }) => name.endsWith('Interaction')),
    responses: readResponses(item),
    isDrawn:
      childOf(item, 'templateProcessing') !== undefined ||
      findNamed(body, 'printedVariable').length > 0,
    numbers: readNumbers(item),
    rules,
    feedbacks,
    explanation: readExplanation(feedbacks.always, typeNamed(body) !== null),
    note,
  };
}

function readForm(parts: ItemParts): FormReading {
  if (parts.isDrawn) return unfit('parts of it are drawn anew for each learner');
  const unknown = parts.interactions.find(({ name }) => !readers[name]);
  if (unknown) return unfit(`nothing here is answered as its ${unknown.name} is`);
  const asked = parts.interactions.flatMap((interaction): Asked[] => {
    const declared = parts.responses.get(interaction.attributes.get('responseIdentifier') ?? '');
    return declared ? [{ interaction, declared }] : [];
  });
  if (asked.length < parts.interactions.length) return unfit('it declares no response');
  const [only, second] = asked;
  if (!only) return unfit('it asks nothing');
  if (!second) return readers[only.interaction.name]?.(only, parts) ?? unfit('it asks nothing');
  return (
    readVerdictWithEvidence(asked, parts) ??
    unfit(`it has ${asked.length} interactions, and a question here has one`)
  );
}

function baseOf(item: XmlElement, { body, explanation }: ItemParts) {
  const { asOf, passages, searched, sentences, settle, why } = explanation;
  const known: TravelSource[] = [
    ...[...passages, ...sentences.values()].map(({ source }) => source),
    ...searched,
  ];
  const version = Number(classEnding(body, 'version-'));
  const level = classEnding(body, 'level-');
  const identifier = item.attributes.get('identifier') ?? '';
  return {
    id: isSlug(identifier) ? identifier : (slugOf(identifier) ?? 'item'),
    language: languageTag(item.attributes.get('lang') ?? '') ?? 'und',
    version: Number.isInteger(version) && version > 0 ? version : null,
    level: levels.find((each) => each === level) ?? null,
    passages,
    compare: readCompared(body, known),
    searched,
    why,
    settle,
    asOf,
    tags: [],
  };
}

/** What is asked: the text that ours are marked with, or all words outside what is answered. */
function stemOf({ body }: ItemParts): string {
  const [marked] = findClass(body, 'stem');
  if (marked) return wordsOf(marked);
  return wordsOf(body, (element) => {
    if (element.name === 'rubricBlock' || isFeedback(element)) return '';
    if (element.name === 'textEntryInteraction' || element.name === 'inlineChoiceInteraction') {
      return ' … ';
    }
    if (element.name === 'hottextInteraction') return null;
    if (!element.name.endsWith('Interaction')) return null;
    return ` ${wordsOf(childOf(element, 'prompt'))} `;
  });
}
