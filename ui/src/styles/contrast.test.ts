import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, themeTokens } from './contrast';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const GROUNDS = ['ground', 'surface', 'sunken', 'rail'];
const ZONES = ['enterprise', 'dmz', 'control', 'safety', 'wireless', 'temporary', 'remote', 'outside'].map((kind) => `zone-${kind}`);
const PAIRS: [string, string][] = [
  ...GROUNDS.flatMap((ground): [string, string][] => [['text', ground], ['text-soft', ground]]),
  ['accent', 'surface'], ['accent', 'sunken'], ['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['on-accent-soft', 'accent-soft'],
  ['good', 'good-soft'], ['warn', 'warn-soft'], ['bad', 'bad-soft'], ['bad', 'surface'],
  ...[0, 1, 2, 3, 4].map((level): [string, string] => ['heat-text', `heat-${level}`]),
  ...ZONES.flatMap((zone): [string, string][] => [['zone-text', zone], ['zone-text-soft', zone]]),
];
/** Edges that show what can be used: 3 to 1 is enough. */
const EDGES: [string, string][] = [['line-strong', 'surface'], ['accent', 'ground'], ['conduit', 'surface'], ...ZONES.map((zone): [string, string] => ['zone-line', zone])];

describe.each(['light', 'dark', 'contrast'])('theme %s', (theme) => {
  const tokens = themeTokens(css, theme);
  const get = (name: string) => tokens.get(name) ?? expect.fail(`no token ${name}`);
  it.each(PAIRS)('%s on %s can be read', (a, b) => expect(contrast(get(a), get(b))).toBeGreaterThanOrEqual(4.5));
  it.each(EDGES)('%s on %s can be seen', (a, b) => expect(contrast(get(a), get(b))).toBeGreaterThanOrEqual(3));
});

it('black on white is 21 to 1', () => expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5));
