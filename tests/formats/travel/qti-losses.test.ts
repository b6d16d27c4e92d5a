import { describe, expect, it } from 'vitest';
import {
  award,
  choicesOf,
  declare,
  given,
  itemOf,
  one,
  pointWhereCorrect,
  read,
  single,
  templates,
  two,
  valueOf,
  when,
} from './foreign-qti.ts';

describe('how an item gives points', () => {
  const member = `<qti-member>${valueOf('identifier', 'A')}${given}</qti-member>`;
  const matchA = `<qti-match>${given}${valueOf('identifier', 'A')}</qti-match>`;
  const isNull = `<qti-is-null>${given}</qti-is-null>`;
  const unread = 'It gives points by rules that are not read.';
  const none = 'It does not say how points are given.';
  const elseGives = (points: string) =>
    pointWhereCorrect.replace(
      '</qti-response-condition>',
      `<qti-response-else>${award(valueOf('float', points))}</qti-response-else></qti-response-condition>`,
    );

  it.each([
    ['for what is correct', pointWhereCorrect, null],
    ['for that, and none for anything else', elseGives('0'), null],
    ['by its mapping', award('<qti-map-response identifier="RESPONSE"/>'), null],
    [
      'by its mapping where something is given',
      when(`<qti-not>${isNull}</qti-not>`, award('<qti-map-response identifier="RESPONSE"/>')),
      null,
    ],
    ['for anything else too', elseGives('0.5'), unread],
    ['for anything at all', when(`<qti-not>${isNull}</qti-not>`, award(one)), unread],
    ['for one of its choices', when(matchA, award(one)), unread],
    ['where a choice is among the chosen', when(member, award(one)), unread],
    ['by an operator of its own', award('<qti-custom-operator class="x"/>'), unread],
    [
      'by a table',
      '<qti-lookup-outcome-value identifier="SCORE">1</qti-lookup-outcome-value>',
      unread,
    ],
    ['not at all', '', none],
  ])('is read or named: %s', (_what, rules, message) => {
    const { question, said } = read(
      itemOf(declare('single', 'identifier', ['B']), choicesOf(two), rules),
    );
    expect(question).toMatchObject({ options: [{ isKey: false }, { isKey: true }] });
    expect(said.map((each) => each.slice(0, message?.length))).toEqual(message ? [message] : []);
  });

  it.each([
    [`${templates}/match_correct`, 0],
    [`${templates}/map_response.xml`, 0],
    ['http://example.invalid/match_twice', 1],
  ])('is known by the template %s', (template, notes) => {
    const { said } = read(
      single.replace(
        /<qti-response-processing>.*<\/qti-response-processing>/,
        `<qti-response-processing template="${template}"/>`,
      ),
    );
    expect(said).toHaveLength(notes);
  });
});

it('names what stands beside a question and does not come along', () => {
  const rubric =
    '<qti-rubric-block use="instructions" view="candidate"><qti-content-body><p>Read it twice.</p></qti-content-body></qti-rubric-block>';
  const fixed = choicesOf(two.replace('"B"', '"B" fixed="true"'));
  const { question, said } = read(
    itemOf(declare('single', 'identifier', ['B']), rubric + fixed).replace(
      '<qti-item-body>',
      '<qti-assessment-stimulus-ref identifier="s" href="storm.xml"/><qti-item-body><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="more.xml"/>',
    ),
  );
  expect(question?.stem).toBe('Which?');
  expect(said).toEqual([
    'The text that it is about was left out: storm.xml.',
    'What it includes was left out: more.xml.',
    'What its rubric says was left out.',
    'Its choices stood in a fixed order there. Here they are shuffled: let none speak of another’s place.',
  ]);
});

it('takes no name of a language for its tag', () => {
  expect(read(single.replace('"de"', '"German"')).question?.language).toBe('und');
});
