import { readFileSync } from 'node:fs';
import type { BrowserContext, FrameLocator, Page } from 'playwright-core';
import { openPackageSite, type PackageSite } from './package-site.ts';

/** The versions of SCORM, as packages call them. */
export type ScormVersion = 'scorm-1.2' | 'scorm-2004';

/** A record of a learner as the course system keeps it: elements by their names. */
export type Kept = Readonly<Record<string, string>>;

/** A learner's visit: the course's page, and the package in its frame. */
export interface Visit {
  readonly page: Page;
  readonly quiz: FrameLocator;
}

/** A course system that runs on scorm-again, and keeps what is committed to it. */
export interface CourseSystem {
  readonly site: PackageSite;
  readonly unpack: (zip: Uint8Array) => void;
  /** Puts this into the learner's record before anybody comes. */
  readonly prepare: (kept: Kept) => void;
  readonly visit: (context: BrowserContext) => Promise<Visit>;
  /** What was kept at the last commit. */
  readonly kept: () => Kept;
  readonly close: () => void;
}

const versions = {
  'scorm-1.2': { file: 'scorm12', api: 'API', maker: 'Scorm12API', commit: 'LMSCommit' },
  'scorm-2004': {
    file: 'scorm2004',
    api: 'API_1484_11',
    maker: 'Scorm2004API',
    commit: 'Commit',
  },
} as const;

const recordPath = '/record.json';

function hostPage(version: ScormVersion): string {
  const { api, commit, file, maker } = versions[version];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title>
<script src="/${file}.js"></script><script>
const ask = (method, body) => {
  const request = new XMLHttpRequest();
  request.open(method, '${recordPath}', false);
  request.send(body);
  return request.status === 200 ? request.responseText : '';
};
const lms = new ${maker}({ autocommit: false, logLevel: 5 });
lms.loadFromFlattenedJSON(JSON.parse(ask('GET') || '{}'), '');
const flatten = (value, name, into) => {
  for (const [key, each] of Object.entries(value)) {
    const path = name ? name + '.' + key : key;
    if (each && typeof each === 'object') flatten(each, path, into);
    else into[path] = String(each);
  }
  return into;
};
window.isBroken = false;
window.calls = [];
const record = () => flatten(JSON.parse(lms.renderCMIToJSONString()), '', {});
lms.on('${commit}', () => window.isBroken || ask('POST', JSON.stringify(record())));
window.${api} = new Proxy(lms, {
  get(target, name) {
    const value = target[name];
    if (typeof value !== 'function') return value;
    return (...given) => {
      window.calls.push([name, ...given]);
      if (window.isBroken && /Set|Commit/.test(name)) return 'false';
      return value.apply(target, given);
    };
  },
});
</script></head><body><h1>A course</h1>
<iframe title="Quiz" src="/course/index.html" width="100%" height="700"></iframe></body></html>`;
}

/** Opens a course system of this version, with nothing in it. */
export async function openCourseSystem(version: ScormVersion): Promise<CourseSystem> {
  const site = await openPackageSite();
  const { file } = versions[version];
  site.put(`/${file}.js`, readFileSync(`node_modules/scorm-again/dist/${file}.min.js`));
  site.put('/lms.html', hostPage(version));
  return {
    site,
    unpack: (zip) => site.unpack('course', zip),
    prepare: (kept) => site.put(recordPath, JSON.stringify(kept)),
    async visit(context) {
      const page = await context.newPage();
      await page.goto(`${site.origin}/lms.html`);
      const quiz = page.frameLocator('iframe');
      await quiz.locator('h1').waitFor();
      return { page, quiz };
    },
    kept: () => JSON.parse(site.at(recordPath) || '{}') as Kept,
    close: () => site.close(),
  };
}
