import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { firefox, webkit, type BrowserType } from 'playwright-core';
import { startServer } from '../../http/server.ts';
import { stormContent, stormItems } from '../storm.ts';
import { driveFirefox } from './drive-firefox.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { driveWebKit } from './drive-webkit.ts';
import { openHostSite, type HostKind } from './host-site.ts';
import { faultsIn, playInFrame } from './journey.ts';
import { remoteOf } from './playwright-remote.ts';

const advice = `Install them in one of these ways:
  npx playwright-core install --with-deps firefox webkit     Playwright’s own
  apt install firefox-esr webkit2gtk-driver xvfb             on Debian and Ubuntu; then run this under xvfb-run
  safaridriver --enable                                      on macOS, for Safari`;

/** A program of the system; null where it has none of this name. */
function findProgram(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => existsSync(path)) ?? null;
}

async function launch(type: BrowserType): Promise<DrivenBrowser> {
  const browser = await type.launch();
  const remote = await remoteOf(browser);
  return {
    name: `${type.name()} ${browser.version()}`,
    remote,
    close: () => browser.close(),
  };
}

/** How each browser can be started here: Playwright’s own first, else the system’s; null where neither is. */
function findBrowsers(): [string, (() => Promise<DrivenBrowser>) | null][] {
  const carried = (type: BrowserType) =>
    existsSync(type.executablePath()) ? () => launch(type) : null;
  const system = (names: readonly string[], drive: (program: string) => Promise<DrivenBrowser>) => {
    const program = findProgram(names);
    return program === null ? null : () => drive(program);
  };
  return [
    ['Firefox', carried(firefox) ?? system(['firefox', 'firefox-esr'], driveFirefox)],
    ['WebKit', carried(webkit) ?? system(['WebKitWebDriver', 'safaridriver'], driveWebKit)],
  ];
}

const kinds: readonly (readonly [HostKind, boolean])[] = [
  ['iframe', true],
  ['element', true],
  ['sandbox', false],
];

/** Plays the fixture bank in each way, in a fresh browser each; gives a row of the table for each. */
async function playAll(
  start: () => Promise<DrivenBrowser>,
  addressOf: (kind: HostKind) => string,
): Promise<[string, string][]> {
  const rows: [string, string][] = [];
  for (const [kind, isSized] of kinds) {
    const { close, name, remote } = await start();
    const faults = await playInFrame(remote, addressOf(kind), isSized)
      .then((journey) => faultsIn(journey, stormItems.length))
      .catch((fault: unknown) => [String(fault)])
      .finally(close);
    rows.push([`${name}, ${kind}`, faults.join('; ') || whole]);
  }
  return rows;
}

const whole = 'played to its end';
const app = await startServer({ CONTENT_DIR: stormContent });
const site = await openHostSite(app.origin);
const rows: [string, string][] = [];
for (const [name, start] of findBrowsers()) {
  if (start) rows.push(...(await playAll(start, site.addressOf)));
  else rows.push([name, 'is not here']);
}
site.close();
await app.stop();
console.table(Object.fromEntries(rows));
const missed = rows.filter(([, outcome]) => outcome !== whole);
if (missed.some(([, outcome]) => outcome === 'is not here')) console.log(advice);
console.log(
  `embed elsewhere: ${rows.length - missed.length} of ${rows.length} played to their end`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
