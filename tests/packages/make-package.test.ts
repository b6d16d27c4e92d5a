import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { PackageContent } from '../../src/lib/formats/package-content.ts';
import { english } from '../../src/lib/messages/english.ts';
import type { BankId, ItemId } from '../../src/lib/quiz/ids.ts';
import { makePackage } from '../../src/lib/server/packages/make-package.ts';
import { readPackagePolicy } from '../../src/lib/server/packages/package-policy.ts';
import { playerPackage } from '../../src/lib/server/packages/player-package.ts';
import { makeBank, makeCourse } from './package-parts.ts';

const kinds = ['web', 'scorm-1.2', 'scorm-2004'] as const;

function make(kind: string, query: string, bankId = 'storm') {
  const { bank, player, sources, tongue } = makeCourse(makeBank());
  return makePackage(
    {
      library: {
        banks: new Map([[bank.id, bank]]),
        sources: new Map(sources.map((source) => [source.id, source])),
      },
      say: english.say,
      origin: null,
      player,
      tongueOf: (language) => (language === 'en' ? { ...tongue, say: english.say } : null),
    },
    { bankId, kind, query: new URLSearchParams(query) },
  );
}

function contentOf(zip: Uint8Array): PackageContent {
  const page = new TextDecoder().decode(unzipSync(zip)['index.html']);
  const [, written = ''] = /<script id="content"[^>]*>(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(written) as PackageContent;
}

describe.each(kinds)('a package of the kind %s', (kind) => {
  it('is the same to the byte whenever it is made', async () => {
    const one = await playerPackage(makeCourse(makeBank()), kind);
    const other = await playerPackage(makeCourse(makeBank()), kind);
    expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
    expect(one?.length).toBeGreaterThan(1000);
  });

  it('is another edition where a word of its bank is another', async () => {
    const result = await make(kind, '');
    const course = makeCourse(makeBank({ title: 'Another' }));
    expect(result).toMatchObject({
      kind: 'made',
      name: expect.stringMatching(/^storm_/) as string,
    });
    expect(course.edition.version).not.toBe(makeCourse(makeBank()).edition.version);
    expect(course.edition.date).toBe('2026-03-02');
  });

  it('is dated by the day that its bank names, where that is the latest', () => {
    const dateOf = (updated: string) => makeCourse(makeBank({ updated })).edition.date;
    expect(dateOf('2026-03-20')).toBe('2026-03-20');
    expect(dateOf('2026-02-20')).toBe('2026-03-02');
  });

  it('holds the chosen items in the chosen order, and nothing that ends its script', async () => {
    const title = '</script><!-- “storm” & more';
    const course = makeCourse(makeBank({ title }), {
      items: ['verdict', 'numeric'] as string[] as ItemId[],
      passPercent: 70,
    });
    const zip = (await playerPackage(course, kind)) ?? new Uint8Array();
    const content = contentOf(zip);
    expect(content.bank.title).toBe(title);
    expect(content.bank.items.map(({ id }) => id)).toEqual(['verdict', 'numeric']);
    expect(content).toMatchObject({ kind, options: { passPercent: 70 } });
  });

  it('is not made where there is no build', async () => {
    const course = { ...makeCourse(makeBank()), player: () => Promise.resolve(null) };
    expect(await playerPackage(course, kind)).toBeNull();
  });
});

describe('the files of a package', () => {
  it.each([
    ['web', ['index.html', 'player.js', 'player.css']],
    ['scorm-1.2', ['imsmanifest.xml', 'index.html', 'player.js', 'player.css', 'one.xsd']],
    ['scorm-2004', ['imsmanifest.xml', 'index.html', 'player.js', 'player.css', 'two.xsd']],
  ] as const)('of the kind %s', async (kind, files) => {
    const zip = await playerPackage(makeCourse(makeBank()), kind);
    expect(Object.keys(unzipSync(zip ?? new Uint8Array()))).toEqual(files);
  });
});

describe('other choices', () => {
  const nameOf = async (query: string) => {
    const result = await make('scorm-1.2', query);
    if (result.kind !== 'made') throw new Error(result.kind);
    const manifest = new TextDecoder().decode(unzipSync(result.bytes)['imsmanifest.xml']);
    return { file: result.name, course: /<manifest identifier="([^"]+)"/.exec(manifest)?.[1] };
  };

  it('make a file of another name, so that none takes the place of another', async () => {
    const plain = await nameOf('');
    const marked = await nameOf('pass=70');
    expect(plain.file).toMatch(/^storm_scorm-1\.2_[0-9.-]+\.[0-9a-f]{8}\.zip$/);
    expect(marked.file).toMatch(/^storm_scorm-1\.2_[0-9.-]+\.[0-9a-f]{8}_[0-9a-f]{4}\.zip$/);
    expect(marked.course).toBe(plain.course);
  });

  it('of the items make another course', async () => {
    const [plain, chosen, drawn] = [
      await nameOf(''),
      await nameOf('items=numeric'),
      await nameOf('draw=2'),
    ];
    expect(plain.course).toBe('verbatim.storm');
    expect(chosen.course).toMatch(/^verbatim\.storm\.[0-9a-f]{12}$/);
    expect(new Set([plain.course, chosen.course, drawn.course]).size).toBe(3);
  });
});

describe('what can’t be packed is refused in words', () => {
  it.each([
    ['a bank that is not served', 'web', '', 'none', 'unknown', 'No quiz of this name'],
    ['a bank that is no name', 'web', '', '../storm', 'unknown', 'No quiz of this name'],
    ['an unknown kind', 'scorm-3', '', 'storm', 'unknown', 'web, scorm-1.2, scorm-2004'],
    [
      'a name that all objects have',
      'constructor',
      '',
      'storm',
      'unknown',
      'no package of the kind',
    ],
    ['a mark that is none', 'web', 'pass=101', 'storm', 'unreadable', 'whole number from 1 to 100'],
    ['an unknown option', 'web', 'mark=70', 'storm', 'unreadable', 'no option “mark”'],
    ['an unknown item', 'web', 'items=verdict,none', 'storm', 'unreadable', 'no question “none”'],
    ['a language that nobody speaks', 'web', 'lang=tlh', 'storm', 'unreadable', '“tlh”'],
  ])('%s', async (_what, kind, query, bank, outcome, words) => {
    const result = await make(kind, query, bank);
    expect(result.kind).toBe(outcome);
    expect(result.kind === 'made' ? '' : result.faults.join('\n')).toContain(words);
  });

  it('all that is wrong at once', async () => {
    const result = await make('web', 'pass=0&mark=70&items=none&lang=tlh');
    expect(result.kind === 'made' ? [] : result.faults).toHaveLength(4);
  });

  it('a setting of the server that is none', () => {
    expect(readPackagePolicy({})).toBe('open');
    expect(readPackagePolicy({ PACKAGES: 'off' })).toBe('off');
    expect(() => readPackagePolicy({ PACKAGES: 'no' })).toThrow('PACKAGES=off');
  });
});

it('a bank in a language that the interface does not speak is played in English', async () => {
  const course = makeCourse(makeBank());
  const { bank, player, sources, tongue } = course;
  const result = await makePackage(
    {
      library: {
        banks: new Map([['storm' as BankId, { ...bank, language: 'mi' }]]),
        sources: new Map(sources.map((source) => [source.id, source])),
      },
      say: english.say,
      origin: null,
      player,
      tongueOf: (language) => (language === 'en' ? { ...tongue, say: english.say } : null),
    },
    { bankId: 'storm', kind: 'web', query: new URLSearchParams() },
  );
  const content = contentOf(result.kind === 'made' ? result.bytes : new Uint8Array());
  expect(content.speech.language).toBe('en');
  expect(content.bank.language).toBe('mi');
});
