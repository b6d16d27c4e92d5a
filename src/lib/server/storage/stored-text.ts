/** Text as both databases keep it alike: well-formed, composed (NFC), without NUL. */
export function storedText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').normalize('NFC');
}

/** JSON whose texts are {@link storedText}. */
export function storedJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? storedText(member) : member,
  );
}
