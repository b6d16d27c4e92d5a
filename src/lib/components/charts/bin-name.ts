import type { Say } from '../../messages/say.ts';
import type { CalibrationBin } from '../../quiz/calibration.ts';
import type { Certainty } from '../../quiz/certainty.ts';

function nameOf(certainty: Certainty, say: Say): string {
  return certainty === 'guessing'
    ? say('calibration.guessing')
    : say('certainty.share', { share: certainty / 100 });
}

/** The certainties that a bin holds, in words. */
export function binName({ from, to }: CalibrationBin, say: Say): string {
  return from === to
    ? nameOf(from, say)
    : say('calibration.bin', { from: nameOf(from, say), to: nameOf(to, say) });
}
