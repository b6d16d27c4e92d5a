import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** Independent computations, and beside each what it printed: that is what the tests read. */
const folder = 'tests/oracle';

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

let failed = 0;
for (const name of readdirSync(folder)) {
  const language = languages[extname(name)];
  if (!language) continue;
  const [program, ...words] = language.command;
  const { error, status, stdout, stderr } = spawnSync(program, [...words, join(folder, name)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status !== 0) {
    failed += 1;
    console.log(`${name}: ${error ? language.missing : stderr}`);
    continue;
  }
  const path = join(folder, name.replace(/\.\w+$/, '.json'));
  writeFileSync(path, stdout);
  console.log(`${name}: written to ${path}`);
}
process.exitCode = failed > 0 ? 1 : 0;
