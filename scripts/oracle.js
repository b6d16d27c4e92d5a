import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Independent computations, and beside each what it printed: that is what the tests read. */
const folder = 'tests/oracle';

let failed = 0;
for (const name of readdirSync(folder).filter((each) => each.endsWith('.py'))) {
  const { error, status, stdout, stderr } = spawnSync('python3', [join(folder, name)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error || status !== 0) {
    failed += 1;
    const reason = error ? 'python3 can’t be started. Install Python 3.9 or newer.' : stderr;
    console.log(`${name}: ${reason}`);
    continue;
  }
  const path = join(folder, name.replace(/\.py$/, '.json'));
  writeFileSync(path, stdout);
  console.log(`${name}: written to ${path}`);
}
process.exitCode = failed > 0 ? 1 : 0;
