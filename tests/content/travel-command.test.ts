import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let contentDir: string;

function bank(...args: readonly string[]) {
  return spawnSync(process.execPath, ['src/cli/bank.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: contentDir, SOURCES_DIR: 'tests/fixtures/storm-texts' },
  });
}

const at = (name: string) => join(contentDir, name);
const banks = () => readdirSync(at('banks'));

beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'verbatim-travel-'));
  cpSync('tests/fixtures/storm', contentDir, { recursive: true });
});

afterEach(() => rmSync(contentDir, { recursive: true }));

describe('npm run bank -- export and import', () => {
  it.each(['gift', 'moodle-xml', 'qti3'])(
    'take a bank out as %s and back, every passage proved',
    (format) => {
      const out = bank('export', 'storm', '--format', format, '--out', at('file'));
      expect([out.status, out.stderr]).toEqual([0, '']);
      expect(out.stdout).toContain('11 of 11 questions');
      expect(out.stdout).toContain('It carries the key');
      expect(out.stdout).toMatch(/^ {2}households: /m);
      const back = bank('import', at('file'), '--bank', 'again');
      expect([back.status, back.stderr]).toEqual([0, '']);
      expect(back.stdout).toContain('banks/again.md is written: 11 items, 0 of them drafts.');
      const issues = JSON.parse(bank('check', '--format', 'json').stdout) as { code: string }[];
      const errors = issues.filter(({ code }) => code.startsWith('E') && code !== 'E141');
      expect(errors).toEqual([]);
    },
    60_000,
  );

  it('write what has no evidence as drafts, which no check lets pass for more', () => {
    writeFileSync(
      at('quiz.txt'),
      '::Peak::How many people were affected? {=1.2 million ~480,000}\n\n::Why::Say why. {}\n',
    );
    const { status, stdout } = bank('import', at('quiz.txt'));
    expect(status).toBe(0);
    expect(stdout).toContain('quiz.txt:3 “Why”: An essay is left out');
    expect(stdout).toContain('banks/quiz.md is written: 1 item, 1 of them drafts.');
    expect(stdout).toMatch(/“peak”: No passage proves .* Perhaps it is this one of “daily”.*1\.2/);
    expect(readFileSync(at('banks/quiz.md'), 'utf8')).not.toContain('The storm affected');
    const checked = bank('check');
    expect(checked.status).toBe(0);
    expect(checked.stdout).toMatch(/^banks\/quiz\.md:\d+:1 W217 draft .*quotes no passage/m);
    expect(bank('export', 'quiz', '--format', 'gift').stderr).toContain(
      'No bank “quiz” is served.',
    );
  }, 60_000);

  it('never write over a bank that is there', () => {
    const before = readFileSync(at('banks/storm.md'), 'utf8');
    writeFileSync(at('quiz.txt'), 'How many? {=480,000 ~1.2 million}');
    const { status, stderr } = bank('import', at('quiz.txt'), '--bank', 'storm');
    expect(status).toBe(2);
    expect(stderr).toContain('banks/storm.md is there already and is left as it is.');
    expect(readFileSync(at('banks/storm.md'), 'utf8')).toBe(before);
    expect(banks()).toEqual(['storm.md']);
  });

  it('leave what is there as it is where the whole can’t be written', () => {
    writeFileSync(at('file'), 'what was there');
    const limited = 'ulimit -f 1; exec "$0" src/cli/bank.ts export storm --format gift --out "$1"';
    const { status } = spawnSync('sh', ['-c', limited, process.execPath, at('file')], {
      env: { ...process.env, CONTENT_DIR: contentDir, SOURCES_DIR: 'tests/fixtures/storm-texts' },
    });
    expect(status).not.toBe(0);
    expect(readFileSync(at('file'), 'utf8')).toBe('what was there');
    const { stderr } = bank('export', 'storm', '--format', 'gift', '--out', at('none/file'));
    expect(stderr).toMatch(/none\/file is not there, or its folder is not\./);
  }, 60_000);

  it('write only the items that are asked for, and name one that is not there', () => {
    const { stdout } = bank(
      'export',
      'storm',
      '--format',
      'gift',
      '--items',
      'schools,repairs',
      '--out',
      at('file'),
    );
    expect(stdout).toContain('2 of 2 questions');
    expect(readFileSync(at('file'), 'utf8').match(/^::[a-z-]+::/gm)).toEqual([
      '::schools::',
      '::repairs::',
    ]);
    const { stderr } = bank('export', 'storm', '--format', 'gift', '--items', 'flood');
    expect(stderr).toContain('This bank has no item “flood”. It has: repairs,');
  });

  it.each([
    ['a file of another kind', () => Buffer.from([0xff, 0x00, 0xc3]), /no text in UTF-8/],
    [
      'an external entity',
      () =>
        Buffer.from(
          '<!DOCTYPE quiz [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><quiz>&xxe;</quiz>',
        ),
      /file:1: The file declares the external entity “xxe”/,
    ],
    ['XML that breaks off', () => Buffer.from('<quiz>\n<question>'), /no well-formed XML/],
    [
      'a zip whose paths climb',
      () => Buffer.from(zipSync({ '../imsmanifest.xml': new Uint8Array(9) })),
      /leads out of the zip/,
    ],
    [
      'a zip that is a bomb',
      () => Buffer.from(zipSync({ 'imsmanifest.xml': new Uint8Array(2 ** 25) })),
      /times its size/,
    ],
  ])('refuse %s in words, and write nothing', (_name, bytes, message) => {
    writeFileSync(at('file'), bytes());
    const { status, stderr } = bank('import', at('file'));
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(banks()).toEqual(['storm.md']);
  });

  it('lets no sign of a file steer the terminal, and takes no name for a language', () => {
    writeFileSync(at('quiz.txt'), '::\u001B[2J\u202Egnp::Say why. {}\n\n::b::One? {=yes ~no}');
    const { stdout } = bank('import', at('quiz.txt'));
    expect(stdout).toContain('quiz.txt:1 “\uFFFD[2J\uFFFDgnp”: An essay is left out');
    const { status, stderr } = bank('import', at('quiz.txt'), '--language', 'German');
    expect([status, stderr]).toEqual([2, expect.stringContaining('no tag of a language')]);
  }, 60_000);

  it('refuse a hundred megabytes by their size alone', () => {
    writeFileSync(at('quiz.xml'), '<quiz>');
    truncateSync(at('quiz.xml'), 100 * 2 ** 20);
    const { status, stderr } = bank('import', at('quiz.xml'));
    expect([status, banks()]).toEqual([2, ['storm.md']]);
    expect(stderr).toContain('is larger than 20 MB and was not read.');
  });

  it.each([
    [['import'], 'Name one file'],
    [['import', 'nowhere.xml'], 'nowhere.xml can’t be read'],
    [['import', 'a.txt', '--bank', 'No Id'], 'can’t be a bank’s id'],
    [['export', 'storm', '--format', 'pdf'], 'Formats: moodle-xml, gift, qti3.'],
    [['export', 'flood', '--format', 'gift'], 'there are: storm.'],
  ])('say how they are called: %j', (args, message) => {
    const { status, stderr } = bank(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
