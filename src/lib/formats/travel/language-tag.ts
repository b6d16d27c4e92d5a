/** A language’s tag (BCP 47) as a file tells it; null where that is none, such as the language’s name. */
export function languageTag(written: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(written)) return null;
  try {
    return Intl.getCanonicalLocales(written).length === 1 ? written : null;
  } catch {
    return null;
  }
}
