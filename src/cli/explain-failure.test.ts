import { readFile } from 'node:fs/promises';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { describe, expect, it } from 'vitest';
import { explainFailure } from './explain-failure.ts';

const usage = 'Usage: npm run bank -- package <bank>';

function refusalOf(args: string[], config: ParseArgsConfig = {}): string {
  const options = { pass: { type: 'string' }, all: { type: 'boolean' } } as const;
  try {
    parseArgs({ args, options, ...config });
  } catch (error) {
    return explainFailure(error, usage);
  }
  throw new Error('taken');
}

describe('explainFailure', () => {
  it.each([
    [['--colour', 'x'], 'There is no option --colour here.'],
    [['-x'], 'There is no option -x here.'],
    [['--pass'], 'The option --pass needs a value behind it.'],
    [['--pass', '--all'], 'The option --pass needs a value behind it.'],
    [['--all=yes'], 'The option --all stands alone, without a value.'],
    [['storm'], '“storm” is one word too many.'],
  ])('says what is wrong with %j, and how the command is called', (args, words) => {
    expect(refusalOf(args)).toBe(`${words}\n${usage}`);
  });

  it('says of a place on the disk why it can’t be used', async () => {
    const failed = (path: string) =>
      readFile(path).then(
        () => 'read',
        (error: unknown) => explainFailure(error, usage),
      );
    expect(await failed('src/nowhere/x.zip')).toBe(
      'src/nowhere/x.zip is not there, or its folder is not. Is that its name?',
    );
    expect(await failed('package.json/x')).toBe(
      'package.json/x goes through a file as if it were a folder. Is that its name?',
    );
  });

  it('leaves what commands say themselves as it is', () => {
    expect(explainFailure(new Error('Name one bank.'), usage)).toBe('Name one bank.');
    expect(explainFailure('odd', usage)).toBe('odd');
  });
});
