/** Handles of a selected zone and what pulling one does. Pure. */
import { MIN_HEIGHT, MIN_WIDTH, snap, type Point, type Rect } from './rect';

export const HANDLES = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type Handle = (typeof HANDLES)[number];

export function handlePoint(r: Rect, handle: Handle): Point {
  const x = handle.includes('w') ? r.x : handle.includes('e') ? r.x + r.width : r.x + r.width / 2;
  const y = handle.includes('n') ? r.y : handle.includes('s') ? r.y + r.height : r.y + r.height / 2;
  return { x, y };
}

/** The handle within `reach` of a point; corners win over edges. */
export function handleAt(r: Rect, p: Point, reach: number): Handle | null {
  const near = HANDLES.filter((handle) => {
    const at = handlePoint(r, handle);
    return Math.abs(at.x - p.x) <= reach && Math.abs(at.y - p.y) <= reach;
  });
  return near.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Pulls one handle to a point; the opposite side stays where it is. */
export function resized(r: Rect, handle: Handle, to: Point): Rect {
  let { x, y, width, height } = r;
  if (handle.includes('e')) width = Math.max(MIN_WIDTH, snap(to.x) - x);
  if (handle.includes('s')) height = Math.max(MIN_HEIGHT, snap(to.y) - y);
  if (handle.includes('w')) {
    width = Math.max(MIN_WIDTH, r.x + r.width - snap(to.x));
    x = r.x + r.width - width;
  }
  if (handle.includes('n')) {
    height = Math.max(MIN_HEIGHT, r.y + r.height - snap(to.y));
    y = r.y + r.height - height;
  }
  return { x, y, width, height };
}
