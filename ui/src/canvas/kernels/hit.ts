/** What lies under the pointer. Pure. */
import { zoneAt, type Nested } from './nest';
import { centre, type Point, type Rect } from './rect';
import { handleAt, type Handle } from './resize';
import type { Route } from './route';

export type Hit =
  | { on: 'handle'; zone: string; handle: Handle }
  | { on: 'plug'; zone: string }
  | { on: 'conduit'; id: string }
  | { on: 'zone'; zone: string }
  | { on: 'ground' };

/** Where the connecting handle of a zone sits: above the middle of its top edge, outside the resize handles. */
export function plugOf(r: Rect, distance: number): Point {
  return { x: centre(r).x + Math.min(r.width / 4, 40), y: r.y - distance };
}

export function distanceToLine(p: Point, line: readonly Point[]): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i += 1) best = Math.min(best, distanceToStretch(p, line[i - 1]!, line[i]!));
  return best;
}

function distanceToStretch(p: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length));
  return Math.hypot(p.x - a.x - share * (b.x - a.x), p.y - a.y - share * (b.y - a.y));
}

/** `reach` is how far off a person may be, in drawing units; the selected zone's handles come first. */
export function hitTest(zones: readonly Nested[], routes: readonly Route[], selected: string | null, p: Point, reach: number): Hit {
  const chosen = zones.find((zone) => zone.id === selected);
  if (chosen) {
    const plug = plugOf(chosen.rect, 2 * reach);
    if (Math.hypot(plug.x - p.x, plug.y - p.y) <= 1.25 * reach) return { on: 'plug', zone: chosen.id };
    const handle = handleAt(chosen.rect, p, reach);
    if (handle) return { on: 'handle', zone: chosen.id, handle };
  }
  const near = routes.find((route) => route.lines.some((line) => distanceToLine(p, line) <= reach));
  if (near) return { on: 'conduit', id: near.id };
  const zone = zoneAt(zones, p);
  return zone ? { on: 'zone', zone: zone.id } : { on: 'ground' };
}
