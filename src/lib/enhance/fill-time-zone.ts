/** Fills the hidden fields that ask for it, which nobody else fills, with the browser's time zone (IANA). */
export function fillTimeZones(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  document.querySelectorAll<HTMLInputElement>('[type=hidden][data-time-zone]').forEach((field) => {
    field.value = timeZone;
  });
}
