import { describe, expect, it } from 'vitest';
import { listField, readFrontMatter, textField } from './front-matter.ts';
import type { Issue } from './issue.ts';
import { reportInto } from './issue-list.ts';
import { parseMarkdown } from './markdown.ts';

function read(yaml: string) {
  const issues: Issue[] = [];
  const file = parseMarkdown(`---\n${yaml}\n---\n`);
  const report = reportInto(issues, 'sources/wire.md');
  const fields = readFrontMatter(file, ['title', 'published', 'sources'], report);
  return { fields, issues };
}

describe('readFrontMatter', () => {
  it('keeps every value as its author wrote it', () => {
    const { fields, issues } = read('title: "Storm: who knows"\npublished: 2025-06-09');
    expect(issues).toEqual([]);
    expect(textField(fields, 'title')).toBe('Storm: who knows');
    expect(textField(fields, 'published')).toBe('2025-06-09');
  });

  it('says where a value stands', () => {
    expect(read('title: Storm\npublished: on Monday').fields.get('published')?.place).toEqual({
      line: 3,
      column: 1,
    });
  });

  it('takes an absent or empty value for none', () => {
    const { fields } = read('title:\npublished: ""');
    expect(textField(fields, 'title')).toBeNull();
    expect(textField(fields, 'published')).toBeNull();
    expect(listField(fields, 'sources')).toEqual([]);
  });

  it('takes one text for a list of one', () => {
    expect(listField(read('sources: wire').fields, 'sources')).toEqual(['wire']);
    expect(listField(read('sources: [wire, daily]').fields, 'sources')).toEqual(['wire', 'daily']);
    expect(listField(read('sources:\n  - wire').fields, 'sources')).toEqual(['wire']);
  });

  it.each([
    ['a colon in a bare text', 'title: Storm: who knows', 'E100', 2],
    ['a key that stands twice', 'title: One\ntitle: Two', 'E100', 3],
    ['a table of further keys', 'title:\n  long: One', 'E100', 2],
    ['an open bracket', 'sources: [wire', 'E100', 2],
    ['an unknown key', 'title: One\nauthors: Two', 'E130', 3],
  ])('reports %s', (_what, yaml, code, line) => {
    expect(read(yaml).issues[0]).toMatchObject({ code, line });
  });

  it('tells what to do of each', () => {
    const mends = ['title: One\ntitle: Two', 'title: Storm: who knows'].map(
      (yaml) => read(yaml).issues[0]?.mend,
    );
    expect(mends[0]).toBe('Delete one of the two lines.');
    expect(mends[1]).toContain('quotation marks');
  });
});
