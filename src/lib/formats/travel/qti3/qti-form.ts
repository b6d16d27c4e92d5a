import type { Say } from '../../../messages/say.ts';
import type { ItemType } from '../../../quiz/item.ts';
import type { TravelQuestion, TravelReply } from '../question.ts';
import { paragraph, said } from './content.ts';
import { block, inline, text, type Xml } from './xml-element.ts';

/** What is said where an outcome has a value. */
export interface Feedback extends TravelReply {
  readonly outcome: string;
  readonly identifier: string;
}

/** The part of an item of QTI that follows from how its question is answered. */
export interface QtiForm {
  readonly maxPoints: number;
  readonly responses: readonly Xml[];
  /** Outcomes beside SCORE and MAXSCORE. */
  readonly outcomes: readonly Xml[];
  readonly body: readonly Xml[];
  /** They give SCORE its value, and say which feedback is shown. */
  readonly rules: readonly Xml[];
  readonly feedbacks: readonly Feedback[];
}

/** Writes the questions of an item type. */
export type FormOf<T extends ItemType> = (question: TravelQuestion<T>, say: Say) => QtiForm;

/** What can be chosen, with what is said to whoever chose it. */
export interface Replied extends TravelReply {
  readonly id: string;
}

/** True where something is said of an option. */
export function isRepliedTo({ reply, trap }: TravelReply): boolean {
  return reply !== null || trap !== null;
}

/** The feedback of options that have one, shown where this outcome names them. */
export function repliesOf(options: readonly Replied[], outcome: string): Feedback[] {
  return options
    .filter(isRepliedTo)
    .map(({ id, reply, trap }) => ({ outcome, identifier: id, reply, trap }));
}

/** The feedback as it stands in a file (QTI 3.0 ASI: modal feedback). */
export function modalFeedback({ identifier, outcome, reply, trap }: Feedback, say: Say): Xml {
  const name = trap === null ? [] : [inline('span', { class: 'trap' }, text(trap))];
  return feedbackOf(outcome, identifier, [
    ...(reply === null ? [] : [paragraph(reply, 'reply')]),
    ...name.map((each) => inline('p', {}, ...said(say, 'review.misreading', 'trap', [each]))),
  ]);
}

/** Feedback of any content. */
export function feedbackOf(outcome: string, identifier: string, content: readonly Xml[]): Xml {
  return block(
    'qti-modal-feedback',
    { 'outcome-identifier': outcome, identifier, 'show-hide': 'show' },
    block('qti-content-body', {}, ...content),
  );
}
