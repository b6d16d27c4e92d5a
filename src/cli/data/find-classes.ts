import type { Classroom } from '../../lib/quiz/classroom.ts';
import type { ClassId } from '../../lib/quiz/ids.ts';
import { foldedName } from '../../lib/quiz/learner.ts';
import type { Store } from '../../lib/server/storage/store.ts';

const pageSize = 200;

/** Every class of an instance, a page at a time. */
export async function* everyClass({ classes }: Pick<Store, 'classes'>): AsyncGenerator<Classroom> {
  for (let after: ClassId | null = null; ;) {
    const page: Classroom[] = await classes.pageClasses(after, pageSize);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

/** The one class of an id or a name; throws in words where there is none, or several. */
export async function getClass(store: Pick<Store, 'classes'>, named: string): Promise<Classroom> {
  const found: Classroom[] = [];
  for await (const each of everyClass(store)) {
    if (each.id === named || foldedName(each.name) === foldedName(named)) found.push(each);
  }
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  if (!only) {
    throw new Error(
      `No class is called “${named}”, or has this id. npm run data -- instructor lists them.`,
    );
  }
  const ids = found.map(({ id, createdAt }) => `  ${id}  opened ${dayOf(createdAt)}`).join('\n');
  throw new Error(`${found.length} classes are called “${named}”. Name one by its id:\n${ids}`);
}

/** A name as a terminal may get it: without signs that steer it. */
export function printable(name: string): string {
  return name.replace(/\p{C}/gu, '\ufffd');
}

/** A moment as its day, UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
