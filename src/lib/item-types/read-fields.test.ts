import { describe, expect, it } from 'vitest';
import { readFields } from './read-fields.ts';

describe('readFields', () => {
  it('keeps every value of a name, in the order sent', () => {
    const form = new FormData();
    form.append('choice', '3');
    form.append('version', '1');
    form.append('choice', '1');
    expect(readFields(form)).toEqual(
      new Map([
        ['choice', ['3', '1']],
        ['version', ['1']],
      ]),
    );
  });

  it('refuses a file', () => {
    const form = new FormData();
    form.append('choice', new Blob(['x']), 'x.txt');
    expect(readFields(form)).toBeNull();
  });

  it('refuses more values than any item can have', () => {
    const form = new FormData();
    for (let index = 0; index < 65; index += 1) form.append('choice', String(index));
    expect(readFields(form)).toBeNull();
  });
});
