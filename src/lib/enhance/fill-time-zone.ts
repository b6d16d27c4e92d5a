/**
 * Fills the hidden fields that ask for it, which nobody else fills, with the browser's time zone (IANA).
 * Where none asks, the zone isn't looked up: a phone takes longer for that than for sending an answer.
 */
export function fillTimeZones(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('[type=hidden][data-time-zone]');
  if (fields.length === 0) return;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  for (const field of fields) field.value = timeZone;
}
