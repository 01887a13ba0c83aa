/** The colours of the drawing, read from the tokens once per theme, because a 2D canvas knows no CSS variables. */
import type { ZoneKind } from '../../api/generated/wire';

export interface Ink {
  surface: string; grid: string; text: string; soft: string; line: string; conduit: string; accent: string;
  accentSoft: string; font: string; zone: Record<ZoneKind, string>;
}

export function readInk(element: Element): Ink {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const zone = (kind: ZoneKind) => token(`--zone-${kind}`);
  return {
    surface: token('--surface'), grid: token('--grid'), text: token('--zone-text'), soft: token('--zone-text-soft'),
    line: token('--zone-line'), conduit: token('--conduit'), accent: token('--accent'), accentSoft: token('--accent-soft'),
    font: token('--font'),
    zone: {
      enterprise: zone('enterprise'), dmz: zone('dmz'), control: zone('control'), safety: zone('safety'),
      wireless: zone('wireless'), temporary: zone('temporary'), remote: zone('remote'), outside: zone('outside'),
    },
  };
}
