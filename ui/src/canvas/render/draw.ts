/** Draws the whole plan into a 2D canvas; only what the window shows. */
import { plugOf } from '../kernels/hit';
import { overlaps, type Rect } from '../kernels/rect';
import { HANDLES, handlePoint } from '../kernels/resize';
import type { Route } from '../kernels/route';
import type { Viewport } from '../kernels/viewport';
import type { Preview } from '../pointer/gesture';
import type { Ink } from './ink';
import { shortened } from './text';
import { drawZone, type ZoneFacts } from './zone';

export interface Drawing {
  zones: ZoneFacts[];
  routes: (Route & { name: string })[];
  selection: { kind: 'zone' | 'conduit'; id: string } | null;
  preview: Preview;
  editable: boolean;
}
/** How near a pointer must come to a handle, in pixels of the screen. */
export const REACH_PX = 7;

export function drawPlan(context: CanvasRenderingContext2D, drawing: Drawing, ink: Ink, v: Viewport, width: number, height: number, ratio: number): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = ink.surface;
  context.fillRect(0, 0, width, height);
  context.setTransform(ratio * v.scale, 0, 0, ratio * v.scale, -v.x * v.scale * ratio, -v.y * v.scale * ratio);
  const shown: Rect = { x: v.x, y: v.y, width: width / v.scale, height: height / v.scale };
  if (v.scale >= 0.5) drawGrid(context, shown, ink, v.scale);
  const { selection, preview } = drawing;
  const chosen = selection?.kind === 'zone' ? selection.id : null;
  for (const facts of drawing.zones) {
    if (!overlaps(facts.rect, shown)) continue;
    drawZone(context, facts, ink, v.scale, { selected: facts.zone.id === chosen, target: facts.zone.id === preview.target });
  }
  for (const route of drawing.routes) drawConduit(context, route, ink, v.scale, selection?.kind === 'conduit' && selection.id === route.id);
  drawPreview(context, preview, ink, v.scale);
  const handles = drawing.zones.find((facts) => facts.zone.id === chosen);
  if (handles && drawing.editable) drawHandles(context, handles.rect, ink, v.scale);
}

function drawGrid(context: CanvasRenderingContext2D, shown: Rect, ink: Ink, scale: number): void {
  const step = 64;
  context.strokeStyle = ink.grid;
  context.lineWidth = 1 / scale;
  context.beginPath();
  for (let x = Math.floor(shown.x / step) * step; x < shown.x + shown.width; x += step) {
    context.moveTo(x, shown.y);
    context.lineTo(x, shown.y + shown.height);
  }
  for (let y = Math.floor(shown.y / step) * step; y < shown.y + shown.height; y += step) {
    context.moveTo(shown.x, y);
    context.lineTo(shown.x + shown.width, y);
  }
  context.stroke();
}

function drawConduit(context: CanvasRenderingContext2D, route: Route & { name: string }, ink: Ink, scale: number, selected: boolean): void {
  context.strokeStyle = selected ? ink.accent : ink.conduit;
  context.lineWidth = (selected ? 3 : 1.75) / Math.min(1, scale);
  context.beginPath();
  for (const line of route.lines) line.forEach((p, i) => (i === 0 ? context.moveTo(p.x, p.y) : context.lineTo(p.x, p.y)));
  context.stroke();
  context.fillStyle = context.strokeStyle;
  for (const end of route.lines.flatMap((line) => (route.lines.length > 1 ? [line[0]!] : [line[0]!, line.at(-1)!]))) {
    context.beginPath();
    context.arc(end.x, end.y, 3, 0, 2 * Math.PI);
    context.fill();
  }
  if (scale >= 0.45 && route.name) drawLabel(context, route, ink, scale, selected);
}

function drawLabel(context: CanvasRenderingContext2D, route: Route & { name: string }, ink: Ink, scale: number, selected: boolean): void {
  const size = 11 / Math.min(1, scale);
  context.font = `400 ${size}px ${ink.font}`;
  const text = shortened(context, route.name, 14 * size);
  const width = context.measureText(text).width + 10;
  const half = size * 0.8;
  context.fillStyle = selected ? ink.accentSoft : ink.surface;
  context.strokeStyle = selected ? ink.accent : ink.line;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(route.label.x - width / 2, route.label.y - half, width, 2 * half, 3);
  context.fill();
  context.stroke();
  context.fillStyle = ink.text;
  context.textBaseline = 'middle';
  context.fillText(text, route.label.x - width / 2 + 5, route.label.y + 0.5);
}

function drawPreview(context: CanvasRenderingContext2D, preview: Preview, ink: Ink, scale: number): void {
  context.strokeStyle = ink.accent;
  context.lineWidth = 2 / scale;
  context.setLineDash([6 / scale, 4 / scale]);
  if (preview.newZone) context.strokeRect(preview.newZone.x, preview.newZone.y, preview.newZone.width, preview.newZone.height);
  if (preview.line) {
    context.beginPath();
    context.moveTo(preview.line[0].x, preview.line[0].y);
    context.lineTo(preview.line[1].x, preview.line[1].y);
    context.stroke();
  }
  context.setLineDash([]);
}

function drawHandles(context: CanvasRenderingContext2D, rect: Rect, ink: Ink, scale: number): void {
  const half = 4 / scale;
  context.lineWidth = 1.5 / scale;
  context.strokeStyle = ink.accent;
  context.fillStyle = ink.surface;
  for (const handle of HANDLES) {
    const p = handlePoint(rect, handle);
    context.fillRect(p.x - half, p.y - half, 2 * half, 2 * half);
    context.strokeRect(p.x - half, p.y - half, 2 * half, 2 * half);
  }
  const plug = plugOf(rect, (2 * REACH_PX) / scale);
  context.fillStyle = ink.accent;
  context.beginPath();
  context.arc(plug.x, plug.y, 6 / scale, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = ink.surface;
  context.beginPath();
  context.moveTo(plug.x - 3 / scale, plug.y);
  context.lineTo(plug.x + 3 / scale, plug.y);
  context.moveTo(plug.x, plug.y - 3 / scale);
  context.lineTo(plug.x, plug.y + 3 / scale);
  context.stroke();
}
