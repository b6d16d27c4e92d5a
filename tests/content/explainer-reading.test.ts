import { describe, expect, it } from 'vitest';
import { check, head, lockOf, soundItem, type Given } from './collection-of.ts';

const banks = { storm: `${head}\n${soundItem}` };
const lock = lockOf({ banks });

/** What an explainer of this prose cites and asks, and the faults of its file. */
function read(prose: string) {
  const front = '---\ntitle: "Wind and/or rain"\nsummary: Known.\nlanguage: en\n---\n';
  const given: Given = { banks, lock, explainers: { night: `${front}${prose}\n` } };
  const { explainers, issues } = check(given);
  const [explainer] = explainers;
  return {
    citations: explainer?.citations.map(({ name }) => name),
    questions: explainer?.questions.map(({ name }) => name),
    codes: issues.filter(({ file }) => file === 'explainers/night.svx').map(({ code }) => code),
  };
}

describe('an explainer', () => {
  it.each([
    ['on one line', '<Question of="storm/repairs" />'],
    ['over several lines', '<Question\n  of="storm/repairs"\n/>'],
    ['in the other quotation marks', "It’s asked. It's so.\n\n<Question of='storm/repairs' />"],
    ['in braces', '<Question of={"storm/repairs"} />'],
  ])('asks a question that is written %s, and cites nothing of it', (_how, prose) => {
    expect(read(prose)).toEqual({ citations: [], questions: ['storm/repairs'], codes: [] });
  });

  it('cites what stands in prose first, then what its lists hold', () => {
    const script =
      "<script>\n  import 'svelte/store';\n  const of = ['storm/repairs:1'];\n</script>";
    const { citations } = read(`${script}\n\nSo it is.<Cite of="storm/repairs" />`);
    expect(citations).toEqual(['storm/repairs', 'storm/repairs:1']);
  });

  it('takes words of its prose for no item, whatever their signs', () => {
    const prose = 'Wind "and/or" rain. It is made of: "thunder and hail".';
    expect(read(prose)).toEqual({ citations: [], questions: [], codes: [] });
  });
});
