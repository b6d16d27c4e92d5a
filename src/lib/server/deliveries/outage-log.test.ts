import { expect, it } from 'vitest';
import { makeOutageLog } from './outage-log.ts';

it('an outage is told once at its beginning and once at its end, what is refused each time', () => {
  const lines: string[] = [];
  const log = makeOutageLog((line) => lines.push(line));
  const later = { kind: 'later', reason: '401 Unauthorized' } as const;
  log('record-store', later);
  log('record-store', later);
  log('other', { kind: 'delivered' });
  log('record-store', { kind: 'refused', reason: '400 Bad Request' });
  log('record-store', null);
  log('record-store', { kind: 'delivered' });
  log('record-store', { kind: 'delivered' });
  log('record-store', { ...later, isOwn: true });
  expect(lines.map((line) => line.replace(/ \(.*/, ''))).toEqual([
    'record-store takes nothing at the moment: 401 Unauthorized',
    'record-store takes a delivery never: 400 Bad Request',
    'record-store takes deliveries again.',
  ]);
});
