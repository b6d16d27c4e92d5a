/**
 * A number for readers of this language (BCP 47): its decimal sign, a real minus sign, thousands set
 * off as its readers do. English where nobody knows how.
 */
function numberText(value: number, language: string): string {
  const format = new Intl.NumberFormat([language, 'en'], { maximumFractionDigits: 12 });
  const text = format.format(Math.abs(value));
  return value < 0 ? `−${text}` : text;
}

/** A number with its unit: "5.3 %", "$135.40" stays "135.4 $" (the unit's place is not guessed). */
export function quantityText(value: number, unit: string | null, language: string): string {
  const text = numberText(value, language);
  return unit === null ? text : `${text} ${unit}`;
}
