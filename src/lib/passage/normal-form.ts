/**
 * The one form in which passages and articles are compared: Unicode NFC, every run of white space one
 * space, none at the ends. Quotation marks, dashes and odd spacing stay as printed.
 */
export function normalForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\uFEFF]+/g, ' ')
    .trim();
}
