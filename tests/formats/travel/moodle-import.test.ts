import { describe, expect, it } from 'vitest';
import { readMoodleXml } from '../../../src/lib/formats/travel/moodle-xml/read-moodle-xml.ts';

/** A question as Moodle writes it: its line ends, indents, empty elements and HTML. */
function moodleQuestion(
  type: string,
  own: string,
  text = '<p>How many&nbsp;<b>households</b>?<br></p>',
): string {
  return `<!-- question: 42  -->
  <question type="${type}">
    <name>
      <text>Outage: peak (1)</text>
    </name>
    <questiontext format="html">
      <text><![CDATA[${text}]]></text>
    </questiontext>
    <generalfeedback format="html">
      <text></text>
    </generalfeedback>
    <defaultgrade>1.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber></idnumber>
${own}
  </question>
`;
}

const answer = (fraction: string, text: string, feedback = '') =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>${feedback}</text></feedback></answer>`;

function read(...questions: readonly string[]) {
  return readMoodleXml(
    `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('')}</quiz>`,
  );
}

function readOne(...questions: readonly string[]) {
  const reading = read(...questions);
  if (!reading.ok) throw new Error(reading.fault.message);
  const notes = reading.notes.map(({ line, message }) => `${line} ${message}`);
  return { question: reading.questions[0], questions: reading.questions, notes };
}

describe('what Moodle exports', () => {
  it('comes in as plain text, its choices with their replies', () => {
    const { notes, question } = readOne(
      moodleQuestion(
        'multichoice',
        `<single>true</single><shuffleanswers>true</shuffleanswers>
        <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
        ${answer('0', '&lt;p&gt;About 48,000&lt;/p&gt;', '<![CDATA[<p>A tenth &amp; no more.</p>]]>')}
        ${answer('100', '<![CDATA[<p>About 480,000</p>]]>')}`,
      ),
    );
    expect(question).toMatchObject({
      type: 'single-choice',
      id: 'outage-peak-1',
      stem: 'How many households?',
      level: null,
      language: 'und',
      passages: [],
      why: [],
      options: [
        { id: 'a', text: 'About 48,000', isKey: false, reply: 'A tenth & no more.' },
        { id: 'b', text: 'About 480,000', isKey: true, reply: null },
      ],
    });
    expect(notes).toEqual([]);
  });

  it('says what of a text has no place here, and names files that it drops', () => {
    const text =
      '<p>See <img src="@@PLUGINFILE@@/map.png" alt="a map">.</p><script>alert(1)</script>';
    const own = `<file name="map.png" path="/" encoding="base64">iVBORw0KGgo=</file>
      <hint format="html"><text>Look.</text></hint>
      <defaultgrade>3</defaultgrade>
      ${answer('100', 'Yes')}${answer('0', 'No')}`;
    const { notes, question } = readOne(
      moodleQuestion('multichoice', own, text).replace(
        '<defaultgrade>1.0000000</defaultgrade>',
        '',
      ),
    );
    expect(question?.stem).toBe('See .');
    expect(notes).toEqual([
      '4 Left out: the file “map.png”.',
      '4 Left out: its hints.',
      '4 Its mark there is 3; here a question gives one point.',
      '4 Left out: an image.',
      '4 Left out: a script.',
    ]);
  });

  it('names questions that it can’t take over by type and line, and takes the others', () => {
    const { notes, questions } = readOne(
      moodleQuestion('essay', ''),
      moodleQuestion('cloze', ''),
      moodleQuestion('ddwtos', ''),
      moodleQuestion('truefalse', `${answer('0', 'true')}${answer('100', 'false')}`),
    );
    expect(questions.map(({ type }) => type)).toEqual(['single-choice']);
    expect(notes).toEqual([
      expect.stringMatching(/^4 An essay/) as string,
      expect.stringMatching(/^21 A text with several gaps/) as string,
      expect.stringMatching(/^38 A question of the type “ddwtos”/) as string,
    ]);
  });

  it('says where shares are others than ours', () => {
    const { notes, question } = readOne(
      moodleQuestion(
        'multichoice',
        `<single>false</single>${answer('60', 'one')}${answer('40', 'two')}${answer('0', 'three')}`,
      ),
      moodleQuestion(
        'multichoice',
        `<single>true</single>${answer('100', 'one')}${answer('50', 'two')}`,
      ),
    );
    expect(question).toMatchObject({ type: 'multiple-response', score: 'each' });
    expect(notes).toEqual([
      expect.stringContaining('other shares there') as string,
      expect.stringContaining('“two” earned 50 % there; here it is wrong.') as string,
    ]);
  });

  it('reads numbers with tolerance, unit and the reply to any other', () => {
    const { notes, question } = readOne(
      moodleQuestion(
        'numerical',
        `<answer fraction="100" format="moodle_auto_format"><text>5.3</text><feedback format="html"><text></text></feedback><tolerance>0.05</tolerance></answer>
        <answer fraction="0" format="moodle_auto_format"><text>*</text><feedback format="html"><text>No.</text></feedback><tolerance>0</tolerance></answer>
        <units><unit><multiplier>1</multiplier><unit_name>%</unit_name></unit><unit><multiplier>100</multiplier><unit_name>of 1</unit_name></unit></units>`,
      ),
    );
    expect(question).toMatchObject({ type: 'numeric', value: 5.3, tolerance: 0.05, unit: '%' });
    expect(notes).toEqual([
      '4 Left out: the other units, of 1.',
      '4 The reply to any other answer is left out: “No.”',
    ]);
  });

  it('reads short texts, matches and orders', () => {
    const { notes, questions } = readOne(
      moodleQuestion(
        'shortanswer',
        `<usecase>1</usecase>${answer('100', 'Grid Agency')}${answer('50', 'GA')}${answer('100', 'Gr*')}`,
      ),
      moodleQuestion(
        'matching',
        `<subquestion format="html"><text><![CDATA[<p>Upper Ford</p>]]></text><answer><text>Eleven</text></answer></subquestion>
         <subquestion format="html"><text>Mill Lane</text><answer><text>Six</text></answer></subquestion>
         <subquestion format="html"><text></text><answer><text>Nine</text></answer></subquestion>`,
      ),
      moodleQuestion(
        'ordering',
        `<gradingtype>ABSOLUTE_POSITION</gradingtype>${answer('2.0000000', 'dawn')}${answer('1.0000000', 'dusk')}`,
      ),
    );
    expect(questions).toMatchObject([
      { type: 'text-entry', id: 'outage-peak-1', variants: ['Grid Agency'] },
      {
        type: 'match',
        id: 'outage-peak-1-2',
        pairs: [{ left: 'Upper Ford', right: 'Eleven' }, { left: 'Mill Lane' }],
      },
      { type: 'order', id: 'outage-peak-1-3', options: [{ text: 'dusk' }, { text: 'dawn' }] },
    ]);
    expect(notes.map((note) => note.replace(/^\d+ /, ''))).toEqual([
      'There capitals counted; here they don’t.',
      '“GA” earned 50 % there; it is left out.',
      '“Gr*” stood for several texts; it is left out. Write each that counts.',
      '“Nine” has no partner; it is left out.',
    ]);
  });

  it('says where choices stood in order, and where words are in several languages', () => {
    const several =
      '&lt;span lang="en" class="multilang"&gt;Yes&lt;/span&gt; &lt;span lang="de" class="multilang"&gt;Ja&lt;/span&gt;';
    const { notes, question } = readOne(
      moodleQuestion(
        'multichoice',
        `<shuffleanswers>0</shuffleanswers>${answer('100', several)}${answer('0', '{mlang en}No{mlang}')}`,
      ),
    );
    expect(question).toMatchObject({ type: 'single-choice' });
    expect(notes).toEqual([
      '4 It is in several languages, which stand one after the other now. Keep one.',
      '4 Its choices stood in a fixed order there. Here they are shuffled: let none speak of another’s place.',
    ]);
  });

  it('says where a formula stands in the text as it was written', () => {
    const { notes, question } = readOne(
      moodleQuestion(
        'truefalse',
        `${answer('100', 'true')}${answer('0', 'false')}`,
        '<p>\\(x^2\\) is &alpha;</p>',
      ),
    );
    expect(question?.stem).toBe('\\(x^2\\) is α');
    expect(notes).toEqual([
      '4 Its formulas stand in the text as TeX. Write them in words or signs.',
    ]);
  });

  it('leaves no picture that is written into its address in a text', () => {
    const picture = `<p>See <img src="data:image/png;base64,${'iVBOR'.repeat(2_000)}"> this.</p>`;
    const { notes, question } = readOne(
      moodleQuestion('truefalse', `${answer('100', 'true')}${answer('0', 'false')}`, picture),
    );
    expect(question?.stem).toBe('See this.');
    expect(notes).toEqual(['4 Left out: an image.']);
  });

  it('takes the category for the title, and tells of a second one', () => {
    const category = (path: string) =>
      `<question type="category"><category><text>${path}</text></category><info format="html"><text></text></info></question>`;
    const reading = read(
      category('$course$/top/Default for Storms//Floods'),
      moodleQuestion('truefalse', `${answer('100', 'true')}${answer('0', 'false')}`),
      category('$course$/top/Other'),
    );
    expect(reading).toMatchObject({ ok: true, title: 'Default for Storms/Floods' });
    expect(reading.ok && reading.notes[0]?.message).toContain('Another category begins here');
  });

  it.each([
    ['another XML', '<html/>', /begins with <html>/],
    ['no question', '<quiz/>', /holds no question/],
    ['nothing but an essay', `<quiz>${moodleQuestion('essay', '')}</quiz>`, /An essay is left out/],
    [
      'an external entity',
      '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
      /external entity “x”/,
    ],
  ])('is refused where it is %s', (_name, text, message) => {
    const reading = readMoodleXml(text);
    expect(reading.ok ? '' : reading.fault.message).toMatch(message);
  });
});
