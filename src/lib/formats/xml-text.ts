/** What XML 1.0 can't hold, whatever is done to it. */
const unheld = /(?![\t\r\n])\p{Cc}|[\uFFFE\uFFFF]/gu;
const special = /[&<>"\r]/g;
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text inside XML: entities for its signs, what XML can't hold left out. */
export function xmlText(text: string): string {
  const held = text.toWellFormed().replace(unheld, '');
  return held.replace(special, (sign) => entities[sign] ?? '');
}
