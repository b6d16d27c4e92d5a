import { describe, expect, it } from 'vitest';
import { isOnlyHere } from './only-here.ts';

describe('an address that only one computer can open', () => {
  it.each(['localhost:3000', 'LOCALHOST', '127.0.0.1:3000', '127.1.2.3', '[::1]:3000', '127.1'])(
    'is %s',
    (host) => {
      expect(isOnlyHere(new URL(`http://${host}/teach`))).toBe(true);
    },
  );

  it.each(['quiz.example.org', '192.168.1.27:3000', 'localhost.example.org', '127.example.org'])(
    'is not %s',
    (host) => {
      expect(isOnlyHere(new URL(`http://${host}/teach`))).toBe(false);
    },
  );
});
