const control = /[\\~=#{}:\n]/g;
/** Noncharacters, which no text holds: each stands for a control sign that was escaped. */
const placeholders = [
  '\uFDD0',
  '\uFDD1',
  '\uFDD2',
  '\uFDD3',
  '\uFDD4',
  '\uFDD5',
  '\uFDD6',
  '\uFDD7',
];
const signs = ['\\', '~', '=', '#', '{', '}', ':', '\n'];

/** A text in which no sign means anything to GIFT. */
export function escapeGift(text: string): string {
  return text.replace(control, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));
}

/** Puts something in the place of every escaped sign, so that those that are left mean something. */
export function hideEscapes(text: string): string {
  return text.replace(/\\([\\~=#{}:n])/g, (_whole, sign: string) => {
    const at = signs.indexOf(sign === 'n' ? '\n' : sign);
    return placeholders[at] ?? '';
  });
}

/** The signs themselves in the place of what {@link hideEscapes} put there. */
export function showEscapes(text: string): string {
  return text.replace(/[\uFDD0-\uFDD7]/g, (sign) => signs[placeholders.indexOf(sign)] ?? '');
}
