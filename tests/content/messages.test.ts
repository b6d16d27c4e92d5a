import { describe, expect, it } from 'vitest';
import { codes } from '../../src/lib/bank/codes.ts';
import { check, collectionOf, lockOf, head, soundItem } from './collection-of.ts';
import { messageCases } from './message-cases.ts';

describe('messages to authors', () => {
  it.each(messageCases)('$code: $fault', ({ code, given, at, mend }) => {
    const issues = check(given).issues.filter((issue) => issue.code === code);
    expect(issues.map(({ file, line, column }) => `${file}:${line}:${column}`)).toContain(at);
    const issue = issues.find(({ file, line, column }) => `${file}:${line}:${column}` === at);
    expect(issue?.mend).toContain(mend);
    expect(issue?.name).toBe(codes[code]);
    expect(issue?.message).toMatch(/[.?!”]$/);
  });
});
