/**
 * The signs of codes that are read aloud and typed: consonants and digits, none like another and none
 * that spells a word; all of them signs of base32.
 */
const signs = 'BCDFGHJKMNPQRSTVWXYZ3467';

/** Signs of a class's join code: 24 to the power of 9, 41 bits. */
export const joinCodeLength = 9;
/** Signs of a learner's own code, which counts inside one class: 24 to the power of 6, 27 bits. */
export const rejoinCodeLength = 6;
/** Signs of a class's recovery code: 24 to the power of 24, 110 bits. */
export const recoveryCodeLength = 24;

/** A fresh code; `randomText` gives unguessable lower-case base32 text of a length. */
export function makeCode(length: number, randomText: (length: number) => string): string {
  let code = '';
  while (code.length < length) {
    const drawn = randomText(length).toUpperCase();
    code += [...drawn].filter((sign) => signs.includes(sign)).join('');
  }
  return code.slice(0, length);
}

/** A code as typed or pasted, in any case and with any blanks and dashes; null where it can't be one. */
export function readCode(text: string, length: number): string | null {
  const code = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}.·_]/gu, '');
  return code.length === length && [...code].every((sign) => signs.includes(sign)) ? code : null;
}

/** The join code in what a learner typed or pasted, which may be a whole link; null where there is none. */
export function readJoinCode(text: string): string | null {
  const [, linked] = /\/join\/([^/?#\s]+)/.exec(text) ?? [];
  return readCode((linked ?? text).replace(/%20|\+/g, ' '), joinCodeLength);
}

/** A code as it is shown: its signs in threes. */
export function shownCode(code: string): string {
  return code.replace(/(.{3})(?=.)/g, '$1 ');
}
