import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { build } from './build.js';
import { Complaint, runMain } from './complaint.js';
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

/** @param {readonly string[]} words behind `npm start --` */
function refuseWords(words) {
  if (words.length === 0) return;
  throw new Complaint(
    `npm start takes no words behind it, and “${words.join(' ')}” is some. Settings are variables in front of it, for instance PORT=3001 npm start; the README lists them.`,
  );
}

await runMain(async () => {
  refuseWords(process.argv.slice(2));
  await requireFreePort(readPort(process.env['PORT']), process.env['HOST'] || 'localhost');
  await install();
  const runtime = await findRuntime();
  await build(runtime);
  return serve(runtime);
});
