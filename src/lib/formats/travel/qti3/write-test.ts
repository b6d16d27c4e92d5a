import type { TravelBank } from '../question.ts';
import { paragraph } from './content.ts';
import { declareNumber } from './declarations.ts';
import { operation, setOutcome } from './processing.ts';
import { rootOf } from './schemas.ts';
import { block, inline, xmlFile, type Xml } from './xml-element.ts';

/** Where the file of a question stands in a package, from its root. */
export function itemPath({ id }: { readonly id: string }): string {
  return `items/${id}.xml`;
}

/**
 * A bank as the file of a test of QTI 3.0: its questions in one section, one attempt each, with feedback.
 * Its points are the sum of theirs.
 */
export function writeTest(bank: TravelBank): string {
  const { id, questions, summary, title } = bank;
  const section = block(
    'qti-assessment-section',
    { identifier: 'questions', title, visible: true },
    ...rubric(summary),
    ...questions.map((question) =>
      inline('qti-assessment-item-ref', { identifier: question.id, href: itemPath(question) }),
    ),
  );
  const session = inline('qti-item-session-control', { 'max-attempts': 1, 'show-feedback': true });
  return xmlFile(
    rootOf(
      'qti-assessment-test',
      { identifier: id, title, 'tool-name': 'Verbatim' },
      ...sums.map((name) => declareNumber(name, 'float', 0)),
      block(
        'qti-test-part',
        { identifier: 'quiz', 'navigation-mode': 'nonlinear', 'submission-mode': 'individual' },
        session,
        section,
      ),
      block('qti-outcome-processing', {}, ...sums.map(sumOf)),
    ),
  );
}

/** Outcomes of the test that are sums of its items’ outcomes of the same name. */
const sums = ['SCORE', 'MAXSCORE'];

function sumOf(name: string): Xml {
  const values = inline('qti-test-variables', { 'variable-identifier': name });
  return setOutcome(name, operation('sum', values));
}

function rubric(summary: string): Xml[] {
  if (summary === '') return [];
  const content = block('qti-content-body', {}, paragraph(summary));
  return [block('qti-rubric-block', { use: 'instructions', view: 'candidate' }, content)];
}
