/** Contrast as WCAG 2 computes it, from the token file itself. */
export type Tokens = Map<string, string>;

/** The hex colours of one theme: those of the root, overridden by the theme's own. */
export function themeTokens(css: string, theme: string): Tokens {
  const block = (selector: string) => css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  const read = (text: string) => [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((m) => [m[1]!, m[2]!] as const);
  const own = theme === 'light' ? [] : read(block(`:root[data-theme='${theme}']`));
  return new Map([...read(block(':root')), ...own]);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light! + 0.05) / (dark! + 0.05);
}
