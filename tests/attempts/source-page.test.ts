import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OwnerId } from '../../src/lib/quiz/ids.ts';
import { makeOwner, openSittingRoom, type SittingRoom } from './sitting-room.ts';

let room: SittingRoom;
let owner: OwnerId;

afterEach(() => room.store.close());

/** Starts the fixture bank and answers its first item, which quotes Example Wire. */
async function answerFirst(): Promise<void> {
  const attempt = await room.app.startAttempt('storm', owner);
  const fields = new Map([
    ['version', ['1']],
    ['choice', ['1']],
  ]);
  await room.app.answerItem({ attemptId: attempt ?? '', itemId: 'repairs', owner }, fields);
}

async function blocksOf(source: string) {
  const page = await room.app.showSource(source, owner);
  return page?.blocks ?? [];
}

async function textsOf(source: string): Promise<string[]> {
  return (await blocksOf(source)).map((block) =>
    block.kind === 'gap' ? `(${block.words})` : block.pieces.map(({ text }) => text).join(''),
  );
}

describe('the page of a source of which only passages may be shown', () => {
  beforeEach(async () => {
    room = await openSittingRoom({ withTexts: true });
    owner = makeOwner();
  });

  it('has every quoted sentence in the article’s order, and the gaps as such', async () => {
    const texts = await textsOf('daily');
    expect(texts[0]).toBe('(3)');
    expect(texts[1]).toMatch(/^The storm affected .* Schools stay closed .* Buses run by/);
    expect(texts.at(-1)).toMatch(/count, a zqpassagesevenzq editor added\. Nobody was hurt/);
  });

  it('marks nothing and names no question before it is answered', async () => {
    for (const block of [...(await blocksOf('wire')), ...(await blocksOf('daily'))]) {
      if (block.kind === 'gap') continue;
      expect(block.pieces.some(({ marked }) => marked)).toBe(false);
      expect(block.answers).toEqual([]);
    }
  });

  it('names the question that a passage answers once this browser has answered it', async () => {
    await answerFirst();
    const answers = (await blocksOf('wire')).flatMap((block) =>
      block.kind === 'gap' ? [] : block.answers,
    );
    expect(answers).toMatchObject([
      { stem: 'How long could repairs in the hills take, according to Example Wire?' },
    ]);
    const marked = (await blocksOf('wire')).flatMap((block) =>
      block.kind === 'gap' ? [] : block.pieces.filter((piece) => piece.marked),
    );
    expect(marked.map(({ text }) => text)).toEqual(['until Tuesday']);
    const other = await room.app.showSource('wire', makeOwner());
    expect(JSON.stringify(other)).not.toContain('/attempts/');
  });

  it('is not there for a name that is no source’s', async () => {
    expect(await room.app.showSource('thunder', owner)).toBeNull();
    expect(await room.app.showSource('../wire', owner)).toBeNull();
    expect(await room.app.showSource('constructor', owner)).toBeNull();
  });
});

describe('the page of a source whose text is at hand and may be shown', () => {
  it('has the whole text, what is quoted told apart, and each passage to link to', async () => {
    room = await openSittingRoom({ withTexts: true });
    owner = makeOwner();
    const page = await room.app.showSource('wire', owner);
    expect(page?.isWhole).toBe(true);
    const texts = await textsOf('wire');
    expect(texts[0]).toBe('Storm leaves the valley dark');
    const pieces = (page?.blocks ?? []).flatMap((block) =>
      block.kind === 'gap' ? [] : block.pieces,
    );
    expect(pieces.filter(({ start }) => start !== null).length).toBeGreaterThan(6);
    expect(pieces.some(({ quoted }) => !quoted)).toBe(true);
  });

  it('has only the passages where the text is not at hand', async () => {
    room = await openSittingRoom();
    owner = makeOwner();
    const page = await room.app.showSource('wire', owner);
    expect(page?.isWhole).toBe(false);
    expect(page?.blocks[0]).toEqual({ kind: 'gap', words: 5 });
  });
});

describe('a revealed passage', () => {
  it('leads to its place, and stands between its neighbours where the text may be shown', async () => {
    room = await openSittingRoom({ withTexts: true });
    owner = makeOwner();
    const attempt = await room.app.startAttempt('storm', owner);
    const where = { attemptId: attempt ?? '', itemId: 'repairs', owner };
    const open = await room.app.openItem(where.attemptId, 'repairs', owner);
    expect(JSON.stringify(open)).not.toContain('/sources/');
    await room.app.answerItem(
      where,
      new Map([
        ['version', ['1']],
        ['choice', ['1']],
      ]),
    );
    const page = await room.app.openItem(where.attemptId, 'repairs', owner);
    if (page?.kind !== 'revealed') throw new Error('The item is answered');
    const context = page.reveal.evidence[0]?.quotations[0]?.inContext;
    expect(context?.before).toMatch(/called “preliminary”\.$/);
    expect(context?.after).toBe('Crews from two provinces are on their way.');
    const place = Number(/^\/sources\/wire#p(\d+)$/.exec(context?.href ?? '')?.[1]);
    const source = await room.app.showSource('wire', owner);
    expect(JSON.stringify(source)).toContain(`"start":${place}`);
  });
});
