import { xmlText } from '../../xml.ts';
import { decimalText } from '../decimal-text.ts';
import { categoryPath } from '../moodle/category.ts';
import type {
  MoodleAnswer,
  MoodleForm,
  MoodleNumber,
  MoodlePair,
  MoodleQuestion,
  MoodleText,
} from '../moodle/moodle-question.ts';
import { htmlText } from '../question-html.ts';

/** Questions as Moodle XML, in a category of this title. */
export function writeMoodleXml(title: string, questions: readonly MoodleQuestion[]): string {
  const category = `<question type="category">${element('category', textElement(categoryPath(title)))}</question>`;
  const written = [category, ...questions.map(questionElement)].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${written}\n</quiz>\n`;
}

/** Moodle’s names of its question types in its files, where they are not those of its code. */
const typeNames: Partial<Record<MoodleForm['qtype'], string>> = { match: 'matching' };

function questionElement(question: MoodleQuestion): string {
  const { explanation, form, idNumber, name, stem, tags } = question;
  const lines = [
    element('name', textElement(name)),
    htmlElement('questiontext', stem),
    htmlElement('generalfeedback', explanation),
    '<defaultgrade>1</defaultgrade>',
    '<penalty>0</penalty>',
    '<hidden>0</hidden>',
    `<idnumber>${xmlText(idNumber ?? '')}</idnumber>`,
    ...answerElements(form),
    element('tags', tags.map((tag) => element('tag', textElement(tag))).join('')),
  ];
  const type = typeNames[form.qtype] ?? form.qtype;
  return `<question type="${type}">\n${lines.map((line) => `  ${line}\n`).join('')}</question>`;
}

function answerElements(form: MoodleForm): string[] {
  switch (form.qtype) {
    case 'multichoice':
      return [
        `<single>${form.single}</single>`,
        `<shuffleanswers>${form.shuffle}</shuffleanswers>`,
        '<answernumbering>abc</answernumbering>',
        ...form.answers.map((answer) => answerElement(answer, 'html', htmlCdata(answer.answer))),
      ];
    case 'truefalse':
      return [
        truthElement('true', form.isTrue, form.whenTrue),
        truthElement('false', !form.isTrue, form.whenFalse),
      ];
    case 'shortanswer':
      return [
        '<usecase>0</usecase>',
        ...form.answers.map((answer) =>
          answerElement(answer, 'plain_text', xmlText(answer.answer)),
        ),
      ];
    case 'numerical':
      return [...form.answers.map(numberElement), ...unitElements(form.unit)];
    case 'match':
      return ['<shuffleanswers>true</shuffleanswers>', ...form.pairs.map(pairElement)];
    case 'ordering':
      return orderElements(form);
  }
}

function answerElement(
  { feedback, percent }: Omit<MoodleAnswer, 'answer'>,
  format: string,
  text: string,
  more = '',
): string {
  const said = htmlElement('feedback', feedback);
  return `<answer fraction="${percent}" format="${format}"><text>${text}</text>${said}${more}</answer>`;
}

function truthElement(word: string, isRight: boolean, feedback: MoodleText | null): string {
  return answerElement({ percent: isRight ? 100 : 0, feedback }, 'moodle_auto_format', word);
}

function numberElement({ answer, ...rest }: MoodleAnswer<MoodleNumber>): string {
  const value = answer.value === null ? '*' : decimalText(answer.value);
  const tolerance = element('tolerance', decimalText(answer.tolerance));
  return answerElement(rest, 'plain_text', value, tolerance);
}

/** The unit may be left out (`showunits` 0), and a wrong one costs the mark (`unitgradingtype` 0). */
function unitElements(unit: string | null): string[] {
  if (unit === null) return ['<showunits>3</showunits>'];
  return [
    `<units><unit><multiplier>1</multiplier><unit_name>${xmlText(unit)}</unit_name></unit></units>`,
    '<unitgradingtype>0</unitgradingtype>',
    '<showunits>0</showunits>',
  ];
}

function pairElement({ left, right }: MoodlePair): string {
  const answer = element('answer', textElement(right));
  return `<subquestion format="html"><text>${htmlCdata(left)}</text>${answer}</subquestion>`;
}

/** In core since Moodle 4.4, a plugin before; an answer’s fraction is its place. */
function orderElements({ entries, isAllOrNothing }: Extract<MoodleForm, { qtype: 'ordering' }>) {
  const grading = isAllOrNothing ? 'ALL_OR_NOTHING' : 'RELATIVE_ALL_PREVIOUS_AND_NEXT';
  return [
    '<layouttype>VERTICAL</layouttype>',
    '<selecttype>ALL</selecttype>',
    `<selectcount>${entries.length}</selectcount>`,
    `<gradingtype>${grading}</gradingtype>`,
    '<showgrading>SHOW</showgrading>',
    '<numberingstyle>none</numberingstyle>',
    // Said always: Moodle 4.5 refuses a whole file for one question that leaves it open.
    '<shownumcorrect>1</shownumcorrect>',
    ...entries.map(
      (entry, index) =>
        `<answer fraction="${index + 1}" format="html"><text>${htmlCdata(entry)}</text></answer>`,
    ),
  ];
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`;
}

function textElement(text: string): string {
  return element('text', xmlText(text.normalize('NFC')));
}

function htmlElement(name: string, text: MoodleText | null): string {
  return `<${name} format="html"><text>${text === null ? '' : htmlCdata(text)}</text></${name}>`;
}

/** A text as HTML that no sign of it can end: `]]>` is parted between two sections. */
function htmlCdata({ format, text }: MoodleText): string {
  const html = format === 'html' ? text : htmlText(text);
  return `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
