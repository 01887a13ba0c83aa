/** What part of the drawing the window shows: screen = (world − origin) × scale. Pure. */
import type { Point, Rect } from './rect';

export interface Viewport { x: number; y: number; scale: number }

export const MIN_SCALE = 0.1;
export const MAX_SCALE = 4;

export const toScreen = (v: Viewport, p: Point): Point => ({ x: (p.x - v.x) * v.scale, y: (p.y - v.y) * v.scale });
export const toWorld = (v: Viewport, p: Point): Point => ({ x: p.x / v.scale + v.x, y: p.y / v.scale + v.y });

/** Zooms so that the drawing under the pointer stays under the pointer. */
export function zoomAt(v: Viewport, at: Point, factor: number): Viewport {
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, v.scale * factor));
  const held = toWorld(v, at);
  return { scale, x: held.x - at.x / scale, y: held.y - at.y / scale };
}

export function panned(v: Viewport, dx: number, dy: number): Viewport {
  return { ...v, x: v.x - dx / v.scale, y: v.y - dy / v.scale };
}

/** Shows all of `content` in the middle, never larger than natural size. */
export function fit(content: Rect, width: number, height: number, margin = 32): Viewport {
  const scale = Math.min(1, Math.max(MIN_SCALE, Math.min(
    (width - 2 * margin) / Math.max(1, content.width),
    (height - 2 * margin) / Math.max(1, content.height),
  )));
  return {
    scale,
    x: content.x + content.width / 2 - width / 2 / scale,
    y: content.y + content.height / 2 - height / 2 / scale,
  };
}
