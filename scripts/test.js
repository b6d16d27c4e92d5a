import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.js';
import { runMain } from './complaint.js';
import { install } from './install.js';
import { run } from './run.js';
import { findRuntime, runtimeEnv } from './runtime.js';

/** @typedef {{ passed: number, failed: number }} Count */

const reports = mkdtempSync(join(tmpdir(), 'verbatim-test-'));

/**
 * One step of the test command: says how it went and how long it took; a failed one says all.
 * @param {string} name
 * @param {() => Promise<{ output: string } & Count>} work
 * @returns {Promise<Count>}
 */
async function step(name, work) {
  const start = performance.now();
  const { output, passed, failed } = await work().catch((error) => ({
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
    const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(report, 'utf8'));
    const missed = numTotalTests - numPassedTests;
    // A file that can't even be loaded fails the run without a failed test of its own.
    const failed = missed === 0 && status !== 0 ? 1 : missed;
    return { output, passed: numPassedTests, failed };
  });
}

/** @param {readonly (() => Promise<Count>)[]} steps run one after another */
async function lane(steps) {
  const counts = [];
  for (const each of steps) counts.push(await each());
  return counts;
}

await runMain(async () => {
  await install();
  const node = await findRuntime();
  console.log('Testing …');
  await run(node, ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync'], { env: runtimeEnv() });
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
        program('lint', node, [
          'node_modules/eslint/bin/eslint.js',
          '.',
          '--cache',
          '--cache-location',
          'node_modules/.cache/eslint/',
          '--max-warnings=0',
        ]),
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
  rmSync(reports, { recursive: true, force: true });
  const all = [...lanes.flat(), ...served];
  const passed = all.reduce((sum, count) => sum + count.passed, 0);
  const failed = all.reduce((sum, count) => sum + count.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});
