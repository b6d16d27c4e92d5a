import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/lib/server/storage/store.ts';
import { describeAssignments } from './describe-assignments.ts';
import { describeClassErasure } from './describe-class-erasure.ts';
import { describeClassrooms } from './describe-classrooms.ts';
import { describeLearners } from './describe-learners.ts';

/** What every database must do for classes; `open` gives a fresh, empty store each time. */
export function describeClassStore(name: string, open: () => Promise<Store>): void {
  describe(`classes on ${name}`, () => {
    let opened: Store;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close());
    const store = () => opened;
    describeClassrooms(store);
    describeLearners(store);
    describeAssignments(store);
    describeClassErasure(store);
  });
}
