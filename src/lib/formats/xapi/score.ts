import type { Outcome } from '../../quiz/outcome.ts';
import type { Score } from './statement.ts';

/** A score whose share is rounded to a ten-thousandth, as record stores and people read it. */
export function scoreOf({ maxPoints, points }: Outcome): Score {
  const share = maxPoints === 0 ? 0 : Math.min(Math.max(points / maxPoints, 0), 1);
  return { scaled: round(share), raw: round(points), min: 0, max: maxPoints };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
