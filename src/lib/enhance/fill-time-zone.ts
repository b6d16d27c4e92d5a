/** Fills the fields that ask for it with the browser's time zone (IANA). */
export function fillTimeZones(): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  document.querySelectorAll<HTMLInputElement>('[data-time-zone]').forEach((field) => {
    field.value = timeZone;
  });
}
