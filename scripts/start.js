import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { build } from './build.js';
import { runMain } from './complaint.js';
import { install } from './install.js';
import { readPort, requireFreePort } from './port.js';
import { findRuntime } from './runtime.js';

/**
 * Runs the server in this one's place: its signals and its exit status are ours.
 * @param {string} runtime
 * @returns {Promise<number>}
 */
function serve(runtime) {
  const server = spawn(runtime, ['src/front/main.ts'], { stdio: 'inherit' });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  // A terminal sends this one to both; the server then ends by itself.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    // No status means that a signal has ended it: 128 and the signal's number, as a shell says it.
    server.on('close', (status, signal) =>
      resolve(status ?? 128 + constants.signals[signal ?? 'SIGKILL']),
    );
  });
}

await runMain(async () => {
  await requireFreePort(readPort(process.env['PORT']), process.env['HOST'] || 'localhost');
  await install();
  const runtime = await findRuntime();
  await build(runtime);
  return serve(runtime);
});
