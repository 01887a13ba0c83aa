/** Which zone stands in which. Pure. */
import { bounds, GRID, holdsPoint, holdsRect, MIN_HEIGHT, MIN_WIDTH, overlaps, type Point, type Rect } from './rect';

export interface Nested { id: string; parent: string | null; rect: Rect }

/** How many zones stand around this one. A loop, which the core never makes, ends the count. */
export function depthOf(zones: readonly Nested[], id: string): number {
  const parents = new Map(zones.map((zone) => [zone.id, zone.parent]));
  let depth = 0;
  let at = parents.get(id) ?? null;
  while (at !== null && depth < zones.length) {
    depth += 1;
    at = parents.get(at) ?? null;
  }
  return depth;
}

/** Outer zones first, so that inner ones are drawn on top. */
export function inDepthOrder<Z extends Nested>(zones: readonly Z[]): Z[] {
  return zones.map((zone) => ({ zone, depth: depthOf(zones, zone.id) })).sort((a, b) => a.depth - b.depth).map((e) => e.zone);
}

/** The zone and everything inside it. */
export function familyOf(zones: readonly Nested[], id: string): Set<string> {
  const family = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const zone of zones) {
      if (zone.parent !== null && family.has(zone.parent) && !family.has(zone.id)) grown = Boolean(family.add(zone.id));
    }
  }
  return family;
}

/** The innermost zone under a point. */
export function zoneAt<Z extends Nested>(zones: readonly Z[], p: Point, without: ReadonlySet<string> = new Set()): Z | null {
  return inDepthOrder(zones).reverse().find((zone) => !without.has(zone.id) && holdsPoint(zone.rect, p)) ?? null;
}

/** The innermost zone that holds the whole rectangle: where a dropped zone belongs. */
export function parentFor(zones: readonly Nested[], rect: Rect, without: ReadonlySet<string>): string | null {
  const holder = inDepthOrder(zones).reverse().find((zone) => !without.has(zone.id) && holdsRect(zone.rect, rect));
  return holder?.id ?? null;
}

/** Room for a new zone: inside `parent` when it has room, else to the right of everything. */
export function freeRect(zones: readonly Nested[], parent: string | null): Rect {
  const width = 2 * MIN_WIDTH;
  const height = 2 * MIN_HEIGHT;
  const outer = zones.find((zone) => zone.id === parent);
  const inside = zones.filter((zone) => zone.parent === parent).map((zone) => zone.rect);
  if (outer) {
    const { rect } = outer;
    for (let y = rect.y + 5 * GRID; y + height + 2 * GRID <= rect.y + rect.height; y += GRID) {
      for (let x = rect.x + 2 * GRID; x + width + 2 * GRID <= rect.x + rect.width; x += GRID) {
        const spot = { x, y, width, height };
        if (!inside.some((other) => overlaps(other, spot))) return spot;
      }
    }
    return { x: rect.x + 2 * GRID, y: rect.y + 5 * GRID, width: MIN_WIDTH, height: MIN_HEIGHT };
  }
  const all = bounds(inside);
  return all ? { x: all.x + all.width + 6 * GRID, y: all.y, width, height } : { x: 0, y: 0, width, height };
}
