import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import { openStore } from '../../src/lib/server/storage/open.ts';

let contentDir: string;
const sourcesDir = 'tests/fixtures/storm-texts';

/** Runs `npm run bank -- …` on a copy of the storm fixture. */
function bank(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/bank.ts', ...args], {
    encoding: 'utf8',
    env: {
      ...process.env,
      DATABASE_URL: '',
      CONTENT_DIR: contentDir,
      SOURCES_DIR: sourcesDir,
      ...env,
    },
  });
  return { status, stdout, stderr };
}

/** Changes one of the copied files; gives its path. */
function edit(path: string, from: string, to: string): void {
  const file = join(contentDir, path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'verbatim-bank-'));
  cpSync('tests/fixtures/storm', contentDir, { recursive: true });
});

afterEach(() => rmSync(contentDir, { recursive: true }));

describe('npm run bank -- check', () => {
  it('prints the table of the collection and ends with status 0 where no error is', () => {
    const { status, stdout } = bank(['check']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ +multiple-response +1 +1 +9 %$/m);
    expect(stdout).toMatch(/^verdict +not stated +1 +1 +9 %$/m);
    expect(stdout).toMatch(/^0 errors/m);
  });

  it.each([
    ['with the texts', {}, 'E101 quote-not-found', 'Closest (99 %): “Officials warned'],
    ['without the texts', { SOURCES_DIR: '' }, 'E141 not-locked', 'is not the one that was locked'],
  ])('catches one changed character %s', (_how, env, code, words) => {
    edit('banks/storm.md', 'Officials warned', 'officials warned');
    const { status, stdout } = bank(['check'], env);
    expect(status).toBe(1);
    expect(stdout).toContain(code);
    expect(stdout).toContain(words);
    expect(stdout).toMatch(/^banks\/storm\.md:\d+:1 E\d{3} /);
  });

  it('prints faults for other programs', () => {
    edit('banks/storm.md', 'level: recall', 'level: easy');
    const issues = JSON.parse(bank(['check', '--format', 'json']).stdout) as { code: string }[];
    expect(issues.map(({ code }) => code)).toContain('E130');
    const sarif = JSON.parse(bank(['check', '--format', 'sarif']).stdout) as {
      runs: { results: { ruleId: string; level: string }[] }[];
    };
    expect(sarif.runs[0]?.results).toContainEqual(
      expect.objectContaining({ ruleId: 'E130', level: 'error' }),
    );
  });

  it.each([
    ['an unknown command', ['chekc'], {}, 'There is no command “chekc”.\nUsage: npm run bank'],
    ['no command', [], {}, 'Usage: npm run bank'],
    ['an unknown flag', ['check', '--frmat'], {}, '--frmat'],
    ['an unknown format', ['check', '--format', 'xml'], {}, 'text, json, sarif'],
    ['a folder of texts that is not there', ['check'], { SOURCES_DIR: '/nowhere' }, '/nowhere'],
    ['content that is not there', ['check'], { CONTENT_DIR: '/nowhere' }, 'CONTENT_DIR'],
  ])('ends with status 2 and says why for %s', (_what, args, env, words) => {
    const { status, stderr } = bank(args, env);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('npm run bank -- lock', () => {
  const lockPath = () => join(contentDir, 'banks.lock.json');

  it('says what changed, and the check is content with it', () => {
    edit('banks/storm.md', '- ( ) Until Friday', '- ( ) Until Saturday');
    expect(bank(['check']).status).toBe(1);
    const { status, stdout } = bank(['lock']);
    expect(status).toBe(0);
    expect(stdout).toContain('storm/repairs: now version 2');
    expect(bank(['check']).status).toBe(0);
    expect(bank(['check'], { SOURCES_DIR: '' }).status).toBe(0);
  });

  it('advises a correction only for items whose version has risen and that have none', () => {
    edit('banks/storm.md', '- ( ) Until Friday', '- ( ) Until Saturday');
    expect(bank(['lock']).stdout).toContain('Whoever answered storm/repairs before sees');
    edit('banks/storm.md', 'id: repairs\n', 'id: repairs\ncorrected: 2026-03-20 The day.\n');
    edit('banks/storm.md', '- ( ) Until Saturday', '- ( ) Until Whitsun');
    const { stdout } = bank(['lock']);
    expect(stdout).toContain('storm/repairs: now version 3');
    expect(stdout).not.toContain('corrected:');
  });

  it('keeps the version of a slip of the pen', () => {
    edit('banks/storm.md', '- ( ) Until Friday', '- ( ) Until friday');
    expect(bank(['lock', '--minor']).stdout).toContain('storm/repairs: changed, still version 1');
  });

  it('locks nothing while an error stands', () => {
    edit('banks/storm.md', 'Officials warned', 'officials warned');
    const before = readFileSync(lockPath(), 'utf8');
    const { status, stdout } = bank(['lock']);
    expect(status).toBe(1);
    expect(stdout).toContain('E101');
    expect(readFileSync(lockPath(), 'utf8')).toBe(before);
  });

  it('locks nothing without the texts', () => {
    const { status, stderr } = bank(['lock'], { SOURCES_DIR: '' });
    expect(status).toBe(2);
    expect(stderr).toContain('Set SOURCES_DIR');
  });

  it('lets a published item go only by its name', () => {
    edit('banks/storm.md', 'id: schools', 'id: classes');
    const refused = bank(['lock']);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('lock --retire storm/schools');
    expect(bank(['lock', '--retire', 'storm/school']).status).toBe(2);
    const { status, stdout } = bank(['lock', '--retire', 'storm/schools']);
    expect(status).toBe(0);
    expect(stdout).toContain('storm/schools: retired');
    expect(stdout).toContain('storm/classes: locked, version 1');
  });

  it('does not begin anew over a lock that it can’t read', () => {
    writeFileSync(lockPath(), '<<<<<<< ours');
    expect(bank(['lock']).status).toBe(1);
    expect(readFileSync(lockPath(), 'utf8')).toBe('<<<<<<< ours');
  });
});

describe('npm run bank -- reports', () => {
  /** Stores one report of the item `repairs`, and prints the reports. */
  async function reportOf(response: unknown, itemVersion = 1): Promise<string> {
    const store = await openStore({ file: join(contentDir, 'data/verbatim.db') });
    await store.addReport({
      id: 'rep_1',
      bankId: 'storm' as BankId,
      itemId: 'repairs' as ItemId,
      itemVersion,
      response,
      comment: 'The notice names two days.',
      createdAt: Date.UTC(2026, 2, 20),
      classId: null,
    });
    await store.close();
    return bank(['reports'], { DATA_DIR: join(contentDir, 'data') }).stdout;
  }

  it('gives the answer in the words of the item', async () => {
    const out = await reportOf({ option: 'c' });
    expect(out).toContain('storm/repairs, version 1\n  answered: “Until Friday”');
    expect(out).toMatch(/^1 report$/m);
  });

  it.each([
    ['the item is now another one', { option: 'c' }, 7],
    ['the response does not fit it', { odd: true }, 1],
  ])('gives the answer as it is stored where %s', async (_why, response, version) => {
    expect(await reportOf(response, version)).toContain(`answered: ${JSON.stringify(response)}`);
  });
});

describe('npm run bank -- new', () => {
  it('writes a bank of which only quotations and the lock are left to fill in', () => {
    expect(bank(['new', 'flood']).status).toBe(0);
    const issues = JSON.parse(bank(['check', '--format', 'json']).stdout) as {
      file: string;
      code: string;
    }[];
    const codes = issues.filter(({ file }) => file === 'banks/flood.md').map(({ code }) => code);
    expect(codes.sort()).toEqual(['E101', 'E101', 'E141', 'E141']);
  });

  it('leaves a bank that is there as it is', () => {
    const before = readFileSync(join(contentDir, 'banks/storm.md'), 'utf8');
    const { status, stderr } = bank(['new', 'storm']);
    expect(status).toBe(2);
    expect(stderr).toContain('is there already');
    expect(readFileSync(join(contentDir, 'banks/storm.md'), 'utf8')).toBe(before);
  });

  it.each([[[]], [['The Flood']], [['../flood']], [['flood', 'again']]])(
    'refuses the names %j',
    (names) => {
      expect(bank(['new', ...names]).status).toBe(2);
    },
  );
});

describe('the project’s own banks', () => {
  it('pass without the texts, the lock standing in', () => {
    const env = { ...process.env, CONTENT_DIR: '', SOURCES_DIR: '' };
    const args = ['src/cli/bank.ts', 'check'];
    const out = execFileSync(process.execPath, args, { encoding: 'utf8', env });
    expect(out).toMatch(/^0 errors/m);
  });
});

describe('npm run bank --, called wrongly', () => {
  it.each([
    [['check', 'storm'], /“storm” is one word too many\.\nUsage: npm run bank -- check/],
    [['package', 'storm', '--colour', 'x'], /no option --colour here\.\nUsage: .*--accent/],
    [['package', 'strom', '--kind', 'web'], /No bank “strom” is served.*there are: storm/],
    [['package', 'storm', '--kind', 'scorm'], /the kind “scorm”.*scorm-1\.2/],
    [['package', 'storm', '--kind', 'gift'], /bank export storm --format gift/],
    [['export', 'storm', '--format', 'banana'], /no format “banana”. Formats: moodle-xml, gift/],
    [['export', 'storm', '--format', 'gift', '--items', ','], /--items is “,”/],
    [['import', 'package.json'], /package\.json: It is JSON, .*--format gift/],
    [['import', 'src'], /is a folder\. Name a file/],
    [['preview', '--port', 'abc'], /--port is “abc”\. Write a number from 1/],
  ])('says what is wrong with %j, and writes nothing', (args, words) => {
    const { status, stdout, stderr } = bank(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });

  it('says how a command is called', () => {
    const { status, stdout } = bank(['package', '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npm run bank -- package <bank> --kind web\|scorm-1\.2\|/);
  });
});
