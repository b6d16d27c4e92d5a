import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** Independent computations, and beside each what it printed: that is what the tests read. */
const folder = 'tests/oracle';
/** The status of one whose program is not installed; what is committed stays. */
const notInstalled = 77;

/**
 * What runs each kind, and what to do where it can't be started.
 * @type {Readonly<Record<string, { command: readonly [string, ...string[]], missing: string }>>}
 */
const languages = {
  '.py': {
    command: ['python3'],
    missing: 'python3 can’t be started. Install Python 3.9 or newer.',
  },
  '.R': {
    command: ['Rscript', '--vanilla'],
    missing:
      'Rscript can’t be started. Install R with psych and psychometric; on Debian: apt-get install r-base-core r-cran-psych r-cran-psychometric.',
  },
};

/** Files full of hostile names, as our own writers write them: too large to be committed. */
const hostile = mkdtempSync(join(tmpdir(), 'verbatim-oracle-'));
spawnSync(process.execPath, ['tests/formats/write-hostile.ts', hostile], { stdio: 'inherit' });

let failed = 0;
for (const name of readdirSync(folder)) {
  const language = languages[extname(name)];
  if (!language) continue;
  const [program, ...words] = language.command;
  const { error, status, stdout, stderr } = spawnSync(
    program,
    [...words, join(folder, name), hostile],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status === notInstalled) {
    console.log(`${name}: left as it is. ${stderr.trim()}`);
    continue;
  }
  if (error || status !== 0) {
    failed += 1;
    console.log(`${name}: ${error ? language.missing : stderr}`);
    continue;
  }
  const path = join(folder, name.replace(/\.\w+$/, '.json'));
  writeFileSync(path, stdout);
  console.log(`${name}: written to ${path}`);
}
rmSync(hostile, { recursive: true, force: true });
process.exitCode = failed > 0 ? 1 : 0;
