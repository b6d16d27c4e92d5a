import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.js';
import { Complaint, runMain } from './complaint.js';
import { countTests, sumCounts } from './count-tests.js';
import { install } from './install.js';
import { reporting } from './progress.js';
import { run } from './run.js';
import { findRuntime, runtimeEnv } from './runtime.js';

/** @typedef {import('./count-tests.js').Count} Count */

const reports = mkdtempSync(join(tmpdir(), 'verbatim-test-'));

/**
 * One step of the test command: says how it went and how long it took; a failed one says all.
 * @param {string} name
 * @param {() => Promise<{ output: string } & Count>} work
 * @returns {Promise<Count>}
 */
async function step(name, work) {
  const start = performance.now();
  const { output, passed, failed } = await reporting(name, work()).catch((error) => ({
    output: error instanceof Error ? error.message : String(error),
    passed: 0,
    failed: 1,
  }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const count = passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : '';
  console.log(`${failed > 0 ? '✗' : '✓'} ${name}  ${seconds} s${count}`);
  if (failed > 0) console.log(output.replace(/^/gm, '    '));
  return { passed, failed };
}

/**
 * A step that is one program, right when it ends with status 0.
 * @param {string} name
 * @param {string} runtime
 * @param {readonly string[]} words
 */
function program(name, runtime, words) {
  return step(name, async () => {
    const { status, output } = await run(runtime, words, { env: runtimeEnv() });
    return { output, passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  });
}

/**
 * A step that is a run of vitest; its tests are counted one by one.
 * @param {string} name
 * @param {string} runtime
 * @param {readonly string[]} projects
 */
function tests(name, runtime, projects) {
  return step(name, async () => {
    const report = join(reports, `${projects.join('-')}.json`);
    const words = projects.flatMap((project) => ['--project', project]);
    const { status, output } = await run(
      runtime,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        ...words,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { env: { ...runtimeEnv(), NO_COLOR: '1' } },
    );
    const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
    return { output, ...countTests(results, status) };
  });
}

/** @param {readonly (() => Promise<Count>)[]} steps run one after another */
async function lane(steps) {
  const counts = [];
  for (const each of steps) counts.push(await each());
  return counts;
}

/**
 * Every step, whether those before it passed or not.
 * @param {string} node
 * @returns {Promise<Count>}
 */
async function testAll(node) {
  console.log('Testing …');
  const sync = await program('routes’ types', node, [
    'node_modules/@sveltejs/kit/svelte-kit.js',
    'sync',
  ]);
  const lanes = await Promise.all([
    lane([
      () =>
        program('format', node, [
          'node_modules/prettier/bin/prettier.cjs',
          '--check',
          '.',
          '--cache',
          '--log-level=warn',
        ]),
      () =>
        // Without a cache: what a rule that knows the types says of a file depends on other files.
        program('lint', node, ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
      () =>
        program('unused code', node, [
          'node_modules/knip/bin/knip.js',
          '--treat-config-hints-as-errors',
        ]),
      () => program('banks', node, ['src/cli/bank.ts', 'check']),
    ]),
    lane([
      () =>
        program('types', node, [
          'node_modules/svelte-check/bin/svelte-check',
          '--fail-on-warnings',
        ]),
      () => tests('unit, component and storage tests', node, ['unit', 'component', 'storage']),
    ]),
  ]);
  const served = await lane([
    () =>
      step('build', async () => {
        await build(node);
        return { output: '', passed: 1, failed: 0 };
      }),
    () => tests('browser and http tests', node, ['served']),
  ]);
  return sumCounts([sync, ...lanes.flat(), ...served]);
}

/** @param {unknown} error */
function failToBegin(error) {
  if (!(error instanceof Complaint)) throw error;
  console.log(`\n${error.message}`);
  return { passed: 0, failed: 1 };
}

await runMain(async () => {
  const { passed, failed } = await install()
    .then(() => findRuntime())
    .then(testAll)
    .catch(failToBegin);
  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
