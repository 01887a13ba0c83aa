import { describe, expect, it } from 'vitest';
import { hitTest, plugOf } from './hit';
import { depthOf, familyOf, freeRect, inDepthOrder, parentFor, zoneAt, type Nested } from './nest';
import { bounds, holdsRect, MIN_HEIGHT, MIN_WIDTH, overlaps, rectBetween } from './rect';
import { HANDLES, handlePoint, resized } from './resize';
import { facing, routeAll } from './route';
import { fit, toScreen, toWorld, zoomAt } from './viewport';

const plan: Nested[] = [
  { id: 'cell', parent: 'plant', rect: { x: 40, y: 40, width: 160, height: 100 } },
  { id: 'plant', parent: null, rect: { x: 0, y: 0, width: 400, height: 300 } },
  { id: 'office', parent: null, rect: { x: 600, y: 0, width: 200, height: 120 } },
];
const rects = new Map(plan.map((zone) => [zone.id, zone.rect]));

describe('viewport', () => {
  it.each([[0.5, 1.7], [2, 0.3], [1, 100], [1, 0.0001]])('keeps the drawing under the pointer at scale %s × %s', (scale, factor) => {
    const before = { x: 12, y: -30, scale };
    const at = { x: 333, y: 77 };
    const after = zoomAt(before, at, factor);
    const there = toScreen(after, toWorld(before, at));
    expect(there.x).toBeCloseTo(at.x, 6);
    expect(there.y).toBeCloseTo(at.y, 6);
  });
  it.each([[300, 200], [1600, 900], [100, 900]])('fits everything into %s × %s', (width, height) => {
    const all = bounds(plan.map((zone) => zone.rect))!;
    const v = fit(all, width, height, 8);
    const from = toScreen(v, all);
    const to = toScreen(v, { x: all.x + all.width, y: all.y + all.height });
    expect(from.x).toBeGreaterThanOrEqual(-0.001);
    expect(to.x).toBeLessThanOrEqual(width + 0.001);
    expect(to.y).toBeLessThanOrEqual(height + 0.001);
  });
});

describe('rectangles', () => {
  it.each([[{ x: 5, y: 5 }, { x: 6, y: 7 }], [{ x: 200, y: 200 }, { x: 10, y: 20 }], [{ x: 0, y: 300 }, { x: 500, y: 0 }]])(
    'drawn from %o to %o are on the grid and never too small', (from, to) => {
      const r = rectBetween(from, to);
      expect(r.width).toBeGreaterThanOrEqual(MIN_WIDTH);
      expect(r.height).toBeGreaterThanOrEqual(MIN_HEIGHT);
      expect([r.x % 8, r.y % 8, r.width % 8, r.height % 8].map(Math.abs)).toEqual([0, 0, 0, 0]);
    });
  it.each(HANDLES)('keep the opposite side when %s is pulled too far', (handle) => {
    const r = { x: 80, y: 80, width: 160, height: 96 };
    const far = { x: handle.includes('w') ? 900 : -900, y: handle.includes('n') ? 900 : -900 };
    const after = resized(r, handle, far);
    expect(after.width).toBeGreaterThanOrEqual(MIN_WIDTH);
    expect(after.height).toBeGreaterThanOrEqual(MIN_HEIGHT);
    if (handle.includes('w')) expect(after.x + after.width).toBe(r.x + r.width);
    if (handle.includes('e')) expect(after.x).toBe(r.x);
    if (handle.includes('n')) expect(after.y + after.height).toBe(r.y + r.height);
    if (handle.includes('s')) expect(after.y).toBe(r.y);
  });
});

describe('nesting', () => {
  it('finds the innermost zone and ignores those it is told to', () => {
    expect(zoneAt(plan, { x: 50, y: 50 })?.id).toBe('cell');
    expect(zoneAt(plan, { x: 50, y: 50 }, new Set(['cell']))?.id).toBe('plant');
    expect(zoneAt(plan, { x: 500, y: 50 })).toBeNull();
  });
  it('draws outer zones first', () => {
    expect(inDepthOrder(plan).map((zone) => zone.id).at(-1)).toBe('cell');
    expect(depthOf(plan, 'cell')).toBe(1);
  });
  it('never offers a zone its own inside as parent', () => {
    const family = familyOf(plan, 'plant');
    expect([...family].sort()).toEqual(['cell', 'plant']);
    expect(parentFor(plan, { x: 50, y: 50, width: 80, height: 48 }, family)).toBeNull();
    expect(parentFor(plan, { x: 50, y: 50, width: 80, height: 48 }, new Set())).toBe('cell');
    expect(parentFor(plan, { x: 390, y: 50, width: 80, height: 48 }, new Set())).toBeNull();
  });
  it('survives a loop of parents', () => {
    const loop = [{ ...plan[0]!, parent: 'plant' }, { ...plan[1]!, parent: 'cell' }];
    expect(depthOf(loop, 'cell')).toBeLessThanOrEqual(2);
    expect(familyOf(loop, 'cell').size).toBe(2);
  });
  it.each(['plant', 'office', null])('finds room in %s that lies on no sibling', (parent) => {
    const spot = freeRect(plan, parent);
    const siblings = plan.filter((zone) => zone.parent === parent);
    expect(siblings.some((zone) => overlaps(zone.rect, spot))).toBe(false);
    if (parent) expect(holdsRect(rects.get(parent)!, spot)).toBe(true);
  });
});

describe('conduit lines', () => {
  const wires = [
    { id: 'a', ends: ['plant', 'office'] }, { id: 'b', ends: ['office', 'plant'] },
    { id: 'c', ends: ['cell', 'plant'] }, { id: 'd', ends: ['cell', 'office', 'plant'] }, { id: 'lost', ends: ['cell', 'gone'] },
  ];
  const routes = routeAll(rects, wires);
  it('exist for every conduit with two known ends', () => {
    expect(routes.map((route) => route.id)).toEqual(['a', 'b', 'c', 'd']);
  });
  it('run only straight up, down, left and right', () => {
    for (const line of routes.flatMap((route) => route.lines)) {
      for (let i = 1; i < line.length; i += 1) {
        const [p, q] = [line[i - 1]!, line[i]!];
        expect(p.x === q.x || p.y === q.y).toBe(true);
      }
    }
  });
  it('leave a side at different places', () => {
    expect(routes[0]!.lines[0]![0]!.y).not.toBe(routes[1]!.lines[0]!.at(-1)!.y);
  });
  it('are straight when both zones have a place opposite each other', () => {
    const [route] = routeAll(new Map([['a', { x: 0, y: 0, width: 160, height: 96 }], ['b', { x: 60, y: 200, width: 400, height: 96 }]]), [{ id: 'x', ends: ['a', 'b'] }]);
    expect(route!.lines[0]).toHaveLength(2);
  });
  it('carry their name beside the title of a zone that they cross, not on it', () => {
    const outer = { x: 0, y: 200, width: 400, height: 300 };
    const [route] = routeAll(new Map([['a', { x: 0, y: 0, width: 160, height: 96 }], ['outer', outer], ['in', { x: 0, y: 320, width: 160, height: 96 }]]), [{ id: 'x', ends: ['a', 'in'] }]);
    expect(route!.label.y < outer.y - 11 || route!.label.y > outer.y + 39).toBe(true);
  });
  it('leave toward the other end', () => {
    expect(facing(rects.get('plant')!, rects.get('office')!)).toBe('right');
    expect(facing({ x: 0, y: 0, width: 80, height: 48 }, { x: 20, y: 300, width: 80, height: 48 })).toBe('bottom');
  });
});

describe('hits', () => {
  const routes = routeAll(rects, [{ id: 'a', ends: ['plant', 'office'] }]);
  const midway = routes[0]!.label;
  const cases: [string, { x: number; y: number }, string | null, object][] = [
    ['ground', { x: 500, y: 290 }, null, { on: 'ground' }],
    ['inner zone', { x: 60, y: 60 }, null, { on: 'zone', zone: 'cell' }],
    ['conduit', midway, null, { on: 'conduit', id: 'a' }],
    ['handle of the selected zone', handlePoint(rects.get('cell')!, 'se'), 'cell', { on: 'handle', zone: 'cell', handle: 'se' }],
    ['plug of the selected zone', plugOf(rects.get('office')!, 12), 'office', { on: 'plug', zone: 'office' }],
  ];
  it.each(cases)('tell the %s', (_name, at, selected, expected) => {
    expect(hitTest(plan, routes, selected, at, 6)).toEqual(expected);
  });
});
