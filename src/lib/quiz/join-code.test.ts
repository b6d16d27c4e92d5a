import { describe, expect, it } from 'vitest';
import { joinCodeLength, makeCode, readCode, shownCode } from './join-code.ts';

describe('a join code', () => {
  it('is drawn from signs that no other sign looks like', () => {
    let draws = 0;
    const code = makeCode(joinCodeLength, (length) => {
      draws += 1;
      return 'aeiou25'.repeat(length).slice(0, length - 3) + 'bcd';
    });
    expect(code).toBe('BCDBCDBCD');
    expect(draws).toBe(3);
  });

  it.each(['BCD FGH JKM', 'bcd fgh jkm', '  bcdfghjkm\n', 'bcd-fgh–jkm', 'ＢＣＤ fgh jkm'])(
    'is read from %j',
    (text) => {
      expect(readCode(text, joinCodeLength)).toBe('BCDFGHJKM');
    },
  );

  it.each(['', 'BCD FGH JK', 'BCD FGH JKMN', 'BCD FGH JK0', 'BCD FGH JKO', '💡'.repeat(9)])(
    'is not read from %j',
    (text) => {
      expect(readCode(text, joinCodeLength)).toBeNull();
    },
  );

  it('is shown in threes', () => {
    expect(shownCode('BCDFGHJKM')).toBe('BCD FGH JKM');
  });
});
