import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 50;
/** Time for a server to settle before it is measured. */
const settleMs = 1500;

/** Watches what a process holds in memory. */
export function watchMemory(pid: number) {
  let before = 0;
  let most = 0;
  const look = () => {
    most = Math.max(most, residentMegabytes(pid));
  };
  const timer = setInterval(look, everyMs);
  return {
    /** Measures from now on. */
    async begin() {
      await wait(settleMs);
      before = residentMegabytes(pid);
      most = before;
    },
    /** The most that it held beyond what it held at the beginning, in MB. */
    added() {
      look();
      return most - before;
    },
    stop: () => clearInterval(timer),
  };
}

function residentMegabytes(pid: number): number {
  if (process.platform === 'linux') {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return (Number(kilobytes) * 1024) / 1e6;
  }
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return (Number(kilobytes) * 1024) / 1e6;
}
