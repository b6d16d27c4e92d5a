import type { ClassId, LearnerId } from '../../src/lib/quiz/ids.ts';
import type { Store } from '../../src/lib/server/storage/store.ts';

/**
 * Adds learners to a class whose rows are more than a connection holds on its way: a gradebook that
 * nobody reads on stays under way.
 */
export async function addLongRows({ classes }: Store, classId: ClassId): Promise<void> {
  const learners = Array.from({ length: 400 }, (_, index) => {
    const letters = [...String(index)].map((digit) => 'bcdefghijk'[Number(digit)]).join('');
    const long = letters.padStart(8000, 'x');
    return {
      ...{ id: `lrn_${letters.padStart(26, 'z')}` as LearnerId, classId, createdAt: 0 },
      ...{ displayName: `Listed ${index}`, firstName: long, lastName: null, email: long },
      ...{ studentNumber: long, rejoinCode: `R${index}`, joinedAt: null },
    };
  });
  for (let from = 0; from < learners.length; from += 50) {
    const areAdded = await classes.addLearners(learners.slice(from, from + 50), 1000);
    if (!areAdded) throw new Error('Nobody of them is in the class yet');
  }
}
