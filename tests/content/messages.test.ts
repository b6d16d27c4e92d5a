import { describe, expect, it } from 'vitest';
import { codes } from '../../src/lib/bank/codes.ts';
import { check } from './collection-of.ts';
import { draftCases } from './draft-cases.ts';
import { explainerCases } from './explainer-cases.ts';
import { itemCases } from './item-cases.ts';
import { sound, soundLock } from './message-case.ts';
import { proofCases } from './proof-cases.ts';
import { structureCases } from './structure-cases.ts';
import { warningCases } from './warning-cases.ts';

const cases = [
  ...structureCases,
  ...proofCases,
  ...itemCases,
  ...warningCases,
  ...explainerCases,
  ...draftCases,
];

describe('messages to authors', () => {
  it.each(cases)('$code: $fault', ({ code, given, at, says = '', mend }) => {
    const issues = check(given)
      .issues.filter((issue) => issue.code === code)
      .map((issue) => ({ ...issue, at: `${issue.file}:${issue.line}:${issue.column}` }));
    expect(issues.map((issue) => issue.at)).toContain(at);
    const issue = issues.find((each) => each.at === at);
    expect(issue?.mend).toContain(mend);
    expect(issue?.message).toContain(says);
    expect(issue?.mend).toMatch(/^[A-Z].*[.…`]$/);
    expect(issue?.message).toMatch(/[.?!”]$/);
    expect(issue?.name).toBe(codes[code]);
  });

  it('have a case for every code that a check can give', () => {
    expect([...new Set(cases.map(({ code }) => code))].sort()).toEqual(Object.keys(codes).sort());
  });

  it('are silent about a sound and locked collection', () => {
    expect(check({ ...sound, lock: soundLock }).issues).toEqual([]);
  });
});
