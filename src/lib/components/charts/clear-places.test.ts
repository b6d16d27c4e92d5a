import { expect, it } from 'vitest';
import { clearPlaces } from './clear-places.ts';

const middle = { x: 0.5, y: 0.5 };

it('leaves numbers that hide none where they belong', () => {
  expect(clearPlaces([middle, { x: 0.5, y: 0.6 }, { x: 0.6, y: 0.5 }])).toEqual([0, 0, 0]);
});

it('moves each that would hide another to the nearest free side', () => {
  expect(clearPlaces([middle, middle, middle, middle])).toEqual([0, 24, -24, 48]);
});

it('moves none out of the chart', () => {
  expect(
    clearPlaces([
      { x: 1, y: 0 },
      { x: 1, y: 0 },
    ]),
  ).toEqual([0, -24]);
});

it('leaves what finds no free side at its place', () => {
  expect(clearPlaces(Array.from({ length: 9 }, () => middle)).at(-1)).toBe(0);
});
