import { createServer } from 'node:net';
import { Complaint } from './complaint.js';

/**
 * The port that is asked for, before anything is installed that could read it.
 * @param {string} [written] as in the environment
 */
export function readPort(written = '') {
  if (written === '') return 3000;
  const port = /^\d{1,5}$/.test(written) ? Number(written) : NaN;
  if (port <= 65_535) return port;
  throw new Complaint(
    `PORT is “${written}”. Write a number from 0 to 65535, for instance PORT=3001.`,
  );
}

/**
 * Makes sure that a port is free before time is spent on anything else.
 * @param {number} port 0 lets the system choose
 * @param {string} host
 * @returns {Promise<void>}
 */
export function requireFreePort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE') return resolve();
      const words = `Port ${port} is taken by another program. Stop it, or choose another: PORT=${port + 1} npm start`;
      return reject(new Complaint(words));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
