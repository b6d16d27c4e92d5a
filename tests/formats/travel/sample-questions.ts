import { bankToTravel, itemToQuestion } from '../../../src/lib/formats/travel/question-of-item.ts';
import type { TravelBank, TravelQuestion } from '../../../src/lib/formats/travel/question.ts';
import { english } from '../../../src/lib/messages/english.ts';
import type { Source, SourceId } from '../../../src/lib/passage/source.ts';
import { loadCollection } from '../../../src/lib/server/content/load-collection.ts';
import { sampleItems } from './sample-items.ts';

const collections = ['tests/fixtures/storm', 'src/content'];

/** The banks of the fixture and of the project as they travel. */
export async function sampleBanks(): Promise<TravelBank[]> {
  const loaded = await Promise.all(
    collections.map((contentDir) => loadCollection({ contentDir, sourcesDir: null })),
  );
  return loaded.flatMap(({ banks, sources }) => {
    const setting = { sources, say: english.say };
    return banks.map((bank) => bankToTravel(bank, null, setting));
  });
}

/** A question for each of {@link sampleItems}. */
export async function sampleQuestions(): Promise<TravelQuestion[]> {
  const setting = { sources: new Map<SourceId, Source>(), say: english.say };
  return (await sampleItems()).map((item) => itemToQuestion(item, setting));
}
