/** Ratio from which text can be read on its ground (WCAG 2.2, 1.4.3). */
const readable = 4.5;

/** The papers on which a quiz is read, as `theme/tokens.css` has them. */
const papers = { light: 'fbfaf6', dark: '15161a' } as const;
const inks = ['ffffff', '1b1a17'] as const;

/**
 * Styles that give buttons and links an accent, `rrggbb`: buttons always, in whichever of white and ink
 * reads better on it; links where it can be read on the paper, and else as they are.
 */
export function accentStyle(accent: string): string {
  const [white, ink] = inks;
  const on = contrast(white, accent) >= contrast(ink, accent) ? white : ink;
  const link = (paper: keyof typeof papers, own: string) =>
    contrast(accent, papers[paper]) >= readable ? `#${accent}` : own;
  const links = `light-dark(${link('light', '#0b4a8f')},${link('dark', '#8fbef5')})`;
  return `:root{--accent:#${accent};--on-accent:#${on};--link:${links}}`;
}

/** Contrast of two colours, `rrggbb`, from 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
