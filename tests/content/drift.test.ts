import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeDrift } from '../../src/lib/bank/drift/describe-drift.ts';
import { findDrift, type Drift } from '../../src/lib/bank/drift/find-drift.ts';
import { readSourceText } from '../../src/lib/passage/source-text.ts';
import type { SourceId } from '../../src/lib/passage/source.ts';
import { check, head, lockOf, type Given } from './collection-of.ts';
import { driftCases, floodBank, oldArticle } from './drift-cases.ts';

const wire = 'wire' as SourceId;
const given: Given = { banks: { flood: floodBank }, texts: { wire: oldArticle } };
const locked: Given = { ...given, lock: lockOf(given) };
/** What tells the old order: the old text, the lock, or both, of which the text counts. */
const basesOf = { 'the old text': given, 'the lock': { ...locked, texts: null }, both: locked };

function driftOf(now: string, collection: Given = locked): Drift {
  return findDrift(check(collection), new Map([[wire, readSourceText(now)]]));
}

function changesIn({ sources }: Drift): [string, string][] {
  return sources
    .flatMap(({ quotations }) => quotations)
    .map(({ item, change }): [string, string] => [item, change.kind]);
}

/** The class of every passage that has changed, by its item. */
function classesIn(drift: Drift): Record<string, string> {
  return Object.fromEntries(changesIn(drift).filter(([, kind]) => kind !== 'same'));
}

const lostIn = ({ lostKeys }: Drift) => lostKeys.map((name) => name.replace('flood/', ''));

describe('a publisher who', () => {
  it.each(
    Object.entries(driftCases).flatMap(([verb, cases]) => cases.map((each) => ({ verb, ...each }))),
  )('$verb $edit', ({ now, classes, byLock = classes, lost, status, says }) => {
    for (const [name, basis] of Object.entries(basesOf)) {
      const drift = driftOf(now, basis);
      expect(classesIn(drift), name).toEqual(name === 'the lock' ? byLock : classes);
      expect(lostIn(drift)).toEqual(lost);
      expect(drift.lostKeys.length > 0 ? 1 : 0).toBe(status);
      expect(describeDrift(drift)).toContain(says ?? 'drift:');
    }
  });
});

describe('a drift', () => {
  /** A bank of one item on the article, its passages (or sentences to pick) as given. */
  const bankOf = (keys: string, body: string): Given => ({
    ...given,
    banks: {
      flood: `${head}## What does the report say?\nid: one\nlevel: recall\n${keys}\n\n${body}\n\nWhy: so.\n`,
    },
  });

  it.each([
    ['stands once now', ' The ferry stopped at noon.', ''],
    ['3 times now, among', 'Nobody was hurt', 'The ferry stopped at noon. Nobody was hurt'],
  ])('asks for the occurrence of a sentence that %s', (words, from, to) => {
    const twice = oldArticle.replace('Schools', 'The ferry stopped at noon. Schools');
    const named = words.includes('once') ? ' 2' : ' 4';
    const drift = driftOf(twice.replace(from, to), {
      ...bankOf('', `= 1\n\n> [wire${named}] The ferry stopped at noon.`),
      texts: { wire: twice },
    });
    expect(classesIn(drift)).toEqual({ one: 'ambiguous' });
    expect(describeDrift(drift)).toContain(words);
  });

  it('does not count a wrong sentence to pick among what proves the key', () => {
    const picking = (sign: string, other: string) =>
      bankOf(
        'pick: 1',
        `- [${sign}] [wire] The trams stopped at noon.\n- [${other}] [wire] The market is put off.`,
      );
    const now = oldArticle.replace(' The trams stopped at noon.', '');
    expect(lostIn(driftOf(now, picking(' ', 'x')))).toEqual([]);
    expect(lostIn(driftOf(now, picking('x', ' ')))).toEqual(['one']);
    expect(classesIn(driftOf(now, picking(' ', 'x')))).toEqual({ one: 'gone' });
  });

  it('takes the gravest class of an item’s passages', () => {
    const collection = bankOf(
      '',
      '= 1\n\n> [wire] The trams stopped at noon.\n\n> [wire] ==The market== is put off.',
    );
    const now = oldArticle.replace('put off', 'off').replace(' The trams stopped at noon.', '');
    expect(driftOf(now, collection).items).toEqual([
      { bank: 'flood', item: 'one', kind: 'gone', isKeyCarried: false },
    ]);
  });

  it('calls nothing moved where nothing tells the old order', () => {
    const paragraphs = oldArticle.split('\n\n');
    const drift = driftOf(paragraphs.toReversed().join('\n\n'), { ...given, texts: null });
    expect(classesIn(drift)).toEqual({});
    expect(describeDrift(drift)).toContain('where passages stood is not known');
    expect(describeDrift(drift)).toContain('errors of their own: run `npm run bank -- check`');
  });

  it('relies on the lock where the new text has taken the old one’s place', () => {
    const [headline = '', opening = '', ...more] = oldArticle.split('\n\n');
    const now = [headline, ...more, opening].join('\n\n');
    const drift = driftOf(now, { ...locked, texts: { wire: now } });
    expect(classesIn(drift)).toEqual({ level: 'moved', reading: 'moved' });
  });

  it('names file and line, and sums up', () => {
    const report = describeDrift(driftOf(oldArticle.replace('4.2', '4.7')));
    const line =
      floodBank.split('\n').findIndex((text) => text.startsWith('> [wire] The river')) + 1;
    expect(report).toContain(
      `  banks/flood.md:${line} reworded  The article has it in other words, without those`,
    );
    expect(report).toContain('  flood/level  reworded  key no longer carried');
    expect(report.split('\n').at(-1)).toBe(
      'drift: 6 same, 0 moved, 1 reworded, 0 gone; 1 item touched, 1 key no longer carried',
    );
  });
});

describe('npm run bank -- drift', () => {
  let root: string;

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }

  /** Runs the command on the flood bank; `old` and `new` are folders beside its content. */
  function drift(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const folders = { CONTENT_DIR: join(root, 'content'), SOURCES_DIR: join(root, 'old') };
    return spawnSync(process.execPath, ['src/cli/bank.ts', 'drift', ...args], {
      encoding: 'utf8',
      env: { ...process.env, ...folders, ...env },
    });
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'verbatim-drift-'));
    write('content/banks/flood.md', floodBank);
    write('content/sources/wire.md', '---\ntitle: The flood\n---\n');
    write('content/banks.lock.json', locked.lock ?? '');
    write('old/wire.txt', oldArticle);
    write('new/wire.txt', oldArticle);
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const bases = [
    ['with the old text', {}],
    ['with the lock alone', { SOURCES_DIR: '' }],
  ] as const;

  it.each(bases)('ends with status 0 where every key is still carried, %s', (_how, env) => {
    write('new/wire.txt', oldArticle.replace('The river Elm', 'The Elm'));
    const { status, stdout } = drift(['--against', join(root, 'new')], env);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\ndrift: 6 same, 0 moved, 1 reworded, 0 gone; 1 item touched, 0 keys no longer carried\n$/,
    );
  });

  it.each(bases)('ends with status 1 where a key is not, %s', (_how, env) => {
    const [headline = '', ...paragraphs] = oldArticle.replace('4.2', '4.7').split('\n\n');
    const city = paragraphs.pop()?.replace(' The trams stopped at noon.', '') ?? '';
    const [rise = '', night = '', close = ''] = paragraphs;
    write('new/wire.txt', [headline, night, close, city, rise].join('\n\n'));
    const { status, stdout } = drift(['--against', join(root, 'new')], env);
    expect(status).toBe(1);
    expect(stdout).toContain('-4.2- +4.7+ metres');
    expect(stdout).toMatch(/^ {2}flood\/reading {2}moved {2}key still carried$/m);
    expect(stdout).toMatch(/; 3 items touched, 2 keys no longer carried\n$/);
  });

  it('prints the same for other programs', () => {
    write('new/wire.txt', oldArticle.replace('4.2', '4.7'));
    const { status, stdout } = drift(['--against', join(root, 'new'), '--format', 'json']);
    const { lostKeys, sources } = JSON.parse(stdout) as Drift;
    expect(status).toBe(1);
    expect(lostKeys).toEqual(['flood/level']);
    expect(sources).toMatchObject([{ source: 'wire', isLockedText: false, order: 'text' }]);
  });

  it('passes over texts of no source, and says so', () => {
    write('new/wier.txt', 'A slip of the name.');
    const { status, stdout, stderr } = drift(['--against', join(root, 'new')]);
    expect(status).toBe(0);
    expect(stdout).toContain('the text is the one that was locked');
    expect(stderr).toContain('wier.txt is passed over');
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
    ['no folder', [], {}, 'drift --against DIR'],
    ['a folder without a name', ['--against='], {}, 'drift --against DIR'],
    ['a folder that is not there', ['--against', '/nowhere'], {}, '--against names a folder that'],
    ['a folder without texts', ['--against', 'src/cli'], {}, 'by their sources: wire.txt'],
    ['a file', ['--against', 'package.json'], {}, 'package.json'],
    ['an unknown format', ['--against', '.', '--format', 'sarif'], {}, 'text, json'],
    ['an unknown flag', ['--agianst', '.'], {}, '--agianst'],
    ['old texts that are not there', ['--against', '.'], { SOURCES_DIR: '/no' }, 'SOURCES_DIR'],
    ['banks that are not there', ['--against', '.'], { CONTENT_DIR: '/no' }, 'CONTENT_DIR'],
  ])('ends with status 2 and prints no report for %s', (_what, args, env, words) => {
    const { status, stdout, stderr } = drift(args, env);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe('');
  });
});
