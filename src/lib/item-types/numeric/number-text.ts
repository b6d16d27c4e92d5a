/** A number for readers: decimal point, a real minus sign, thousands set off by a comma. */
function numberText(value: number): string {
  const text = new Intl.NumberFormat('en', { maximumFractionDigits: 12 }).format(Math.abs(value));
  return value < 0 ? `−${text}` : text;
}

/** A number with its unit: "5.3 %", "$135.40" stays "135.4 $" (the unit's place is not guessed). */
export function quantityText(value: number, unit: string | null): string {
  return unit === null ? numberText(value) : `${numberText(value)} ${unit}`;
}
