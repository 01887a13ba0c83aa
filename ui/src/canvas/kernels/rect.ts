/** Points and rectangles in drawing units. Pure. */
export interface Point { x: number; y: number }
export interface Rect { x: number; y: number; width: number; height: number }

export const MIN_WIDTH = 80;
export const MIN_HEIGHT = 48;
/** Everything snaps to this grid, so that lines of neighbours meet. */
export const GRID = 8;

export const snap = (value: number): number => Math.round(value / GRID) * GRID;
export const centre = (r: Rect): Point => ({ x: r.x + r.width / 2, y: r.y + r.height / 2 });

export function holdsPoint(r: Rect, p: Point): boolean {
  return p.x >= r.x && p.x <= r.x + r.width && p.y >= r.y && p.y <= r.y + r.height;
}

export function holdsRect(outer: Rect, inner: Rect): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height
  );
}

export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The rectangle between two corners, snapped, never smaller than a zone may be. */
export function rectBetween(from: Point, to: Point): Rect {
  const width = Math.max(MIN_WIDTH, snap(Math.abs(to.x - from.x)));
  const height = Math.max(MIN_HEIGHT, snap(Math.abs(to.y - from.y)));
  return {
    x: to.x < from.x ? snap(from.x) - width : snap(from.x),
    y: to.y < from.y ? snap(from.y) - height : snap(from.y),
    width,
    height,
  };
}

export function moved(r: Rect, dx: number, dy: number): Rect {
  return { ...r, x: r.x + dx, y: r.y + dy };
}

/** The smallest rectangle around all, or null for none. */
export function bounds(rects: readonly Rect[]): Rect | null {
  if (rects.length === 0) return null;
  const x = Math.min(...rects.map((r) => r.x));
  const y = Math.min(...rects.map((r) => r.y));
  const right = Math.max(...rects.map((r) => r.x + r.width));
  const bottom = Math.max(...rects.map((r) => r.y + r.height));
  return { x, y, width: right - x, height: bottom - y };
}
