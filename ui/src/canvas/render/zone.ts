/** Draws one zone. Level of detail: far away only box and name, near also target, gap and assets. */
import type { ZoneView } from '../../api/generated/wire';
import type { Rect } from '../kernels/rect';
import type { Ink } from './ink';
import { shortened } from './text';

export interface ZoneFacts {
  zone: ZoneView; rect: Rect; kindTitle: string; postureLine: string; assetLine: string; assets: string[];
  holdsZones: boolean;
}

const DASH: Partial<Record<ZoneView['kind'], number[]>> = { outside: [6, 4], wireless: [2, 3], temporary: [8, 3, 2, 3], remote: [10, 4] };

export function drawZone(context: CanvasRenderingContext2D, facts: ZoneFacts, ink: Ink, scale: number, state: { selected: boolean; target: boolean }): void {
  const { zone, rect } = facts;
  context.fillStyle = ink.zone[zone.kind] ?? ink.zone.control;
  context.strokeStyle = state.selected || state.target ? ink.accent : ink.line;
  context.lineWidth = (state.selected || state.target ? 2.5 : zone.kind === 'safety' ? 2 : 1) / Math.min(scale, 1);
  context.setLineDash(DASH[zone.kind] ?? []);
  context.beginPath();
  context.roundRect(rect.x, rect.y, rect.width, rect.height, 4);
  context.fill();
  context.stroke();
  if (zone.kind === 'safety') {
    context.strokeRect(rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6);
  }
  context.setLineDash([]);
  drawWords(context, facts, ink, scale);
}

function drawWords(context: CanvasRenderingContext2D, facts: ZoneFacts, ink: Ink, scale: number): void {
  const { rect } = facts;
  const left = rect.x + 9;
  const room = rect.width - 18;
  // Names keep a readable size when the view is far away.
  const nameSize = Math.min(13 / Math.min(1, Math.max(scale, 0.45)), rect.height / 2.5);
  context.textBaseline = 'top';
  context.fillStyle = ink.text;
  context.font = `700 ${nameSize}px ${ink.font}`;
  context.fillText(shortened(context, facts.zone.name, room), left, rect.y + 8);
  if (scale < 0.55) return;
  // Small print grows against the zoom, so that it stays readable on the screen of a laptop.
  const small = 11 / Math.min(1, scale);
  context.font = `400 ${small}px ${ink.font}`;
  context.fillStyle = ink.soft;
  let y = rect.y + 8 + nameSize + 4;
  for (const line of [facts.kindTitle, facts.postureLine, facts.assetLine].filter(Boolean)) {
    if (y + small > rect.y + rect.height - 4) return;
    context.fillText(shortened(context, line, room), left, y);
    y += small * 1.3;
  }
  if (!facts.holdsZones) drawAssets(context, facts, ink, y + 4, left, room, small);
}

/** Names of the assets in columns, as many as there is room for. */
function drawAssets(context: CanvasRenderingContext2D, facts: ZoneFacts, ink: Ink, top: number, left: number, room: number, size: number): void {
  const line = size * 1.36;
  const rows = Math.max(0, Math.floor((facts.rect.y + facts.rect.height - 6 - top) / line));
  const columns = Math.max(1, Math.floor(room / (size * 11)));
  const width = room / columns;
  const shown = Math.min(facts.assets.length, rows * columns);
  context.fillStyle = ink.text;
  for (let i = 0; i < shown; i += 1) {
    const x = left + Math.floor(i / rows) * width;
    const y = top + (i % rows) * line;
    context.fillRect(x, y + size * 0.4, 4, 4);
    context.fillText(shortened(context, facts.assets[i] ?? '', width - 16), x + 9, y);
  }
}
