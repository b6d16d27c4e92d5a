/** Letters first, so that neither an offset nor anything long gets to be a zone. */
const form = /^[A-Za-z][\w+-]{0,31}(?:\/[\w+-]{1,32}){0,3}$/;

/** The text where it is an IANA time zone that this runtime knows, for instance `Europe/Vienna`; or null. */
export function readTimeZone(text: string): string | null {
  if (!form.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone && text;
  } catch {
    return null;
  }
}
