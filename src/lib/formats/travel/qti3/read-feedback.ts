import { childOf, childrenOf, type XmlElement } from '../../xml-tree.ts';
import type { TravelReply } from '../question.ts';
import { classesOf, findAll, findClass, paragraphsOf, wordsOf } from './qti-tree.ts';
import { alwaysSet, readComparisons, type Comparison, type Rules } from './read-rules.ts';

/** A piece of feedback of a file. */
interface ReadFeedback {
  readonly outcome: string;
  /** True where it is said unless its outcome has its identifier as its value. */
  readonly isHidden: boolean;
  readonly identifier: string;
  readonly content: XmlElement;
}

/** What a file says of answers. */
export interface Feedbacks {
  /** What is said whatever was answered. */
  readonly always: readonly XmlElement[];
  /** What is said of a choice, or where an outcome has its identifier as its value. */
  readonly replyTo: (identifier: string) => TravelReply;
  /** The identifiers of what is said where something else holds. */
  readonly others: (taken: readonly string[]) => readonly string[];
}

const silent: TravelReply = { reply: null, trap: null };

/** Reads modal feedback, and feedback that stands inside choices or beside them. */
export function readFeedbacks(item: XmlElement, rules: Rules): Feedbacks {
  const always = alwaysSet(rules);
  const modal = childrenOf(item, 'modalFeedback');
  const inside = findAll(childOf(item, 'itemBody'), isFeedback);
  const all = [...modal, ...inside].map((element): ReadFeedback => ({
    outcome: element.attributes.get('outcomeIdentifier') ?? '',
    isHidden: element.attributes.get('showHide') === 'hide',
    identifier: element.attributes.get('identifier') ?? '',
    content: childOf(element, 'contentBody') ?? element,
  }));
  const compared = readComparisons(rules);
  const isEverSet = (name: string) => compared.some(({ set }) => [...set.values()].includes(name));
  const isAlways = ({ identifier, isHidden, outcome }: ReadFeedback) =>
    isHidden ? !isEverSet(identifier) : always.get(outcome) === identifier;
  const sometimes = all.filter((each) => !isAlways(each));
  return {
    always: all.filter(isAlways).map(({ content }) => content),
    replyTo: (choice) => {
      const names = namesFor(choice, compared);
      const found = sometimes.filter((each) => names.includes(each.identifier));
      return found.length === 0 ? silent : replyIn(found.map(({ content }) => content));
    },
    others: (taken) => {
      const names = taken.flatMap((choice) => namesFor(choice, compared));
      return sometimes.map(({ identifier }) => identifier).filter((each) => !names.includes(each));
    },
  };
}

/** What feedback to a choice is called: as the choice itself, or as rules say that compare with it. */
function namesFor(choice: string, compared: readonly Comparison[]): string[] {
  const set = compared
    .filter(({ text }) => text === choice)
    .flatMap((each) => [...each.set.values()]);
  return [choice, ...set];
}

/** True for feedback that stands in the body of an item. */
export function isFeedback({ name }: XmlElement): boolean {
  return name === 'feedbackInline' || name === 'feedbackBlock';
}

function replyIn(contents: readonly XmlElement[]): TravelReply {
  const [trap] = contents.flatMap((content) => findClass(content, 'trap'));
  const marked = contents.flatMap((content) => findClass(content, 'reply'));
  const isOurs = marked.length > 0 || trap !== undefined;
  const words = isOurs ? marked.map((each) => wordsOf(each)) : contents.flatMap(paragraphsOf);
  const reply = words.filter(Boolean).join(' ');
  return { reply: reply === '' ? null : reply, trap: trap ? wordsOf(trap) : null };
}

/** The type that a reader of ours knows by the class of the body; null of a file by other hands. */
export function typeNamed(body: XmlElement | undefined): string | null {
  const name = classesOf(body).find((each) => each.startsWith('type-'));
  return name?.slice('type-'.length) ?? null;
}
