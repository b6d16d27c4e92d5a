import { fail, redirect } from '@sveltejs/kit';
import { refusedRecovery } from '$lib/server/classes/class-form';
import { proposeInstructor } from '$lib/server/instructor-cookie';
import { carryKeys, keysPath } from '$lib/server/keys-cookie';
import { checkGuess } from '../../../checked-guess';
import { postedFields } from '../../../posted-fields';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const typed = (await postedFields(event)).get('code')?.[0] ?? '';
    const { instructor, hold } = proposeInstructor(event);
    const recovered = await checkGuess(event, () =>
      locals.app.teaching.recoverClass(typed, instructor),
    );
    if (!recovered) {
      return fail(404, { typed, faults: refusedRecovery(locals.say) });
    }
    hold();
    carryKeys(event, recovered.classId, recovered.secrets);
    redirect(303, keysPath(recovered.classId));
  },
};
