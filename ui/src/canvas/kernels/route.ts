/** Orthogonal lines of conduits. Every conduit is a star of lines to one hub; with two ends it is one line. Pure. */
import { centre, holdsRect, type Point, type Rect } from './rect';

export interface Wire { id: string; ends: string[] }
export interface Route { id: string; lines: Point[][]; label: Point }
type Side = 'top' | 'right' | 'bottom' | 'left';
interface Plug { zone: string; side: Side; toward: Point; share: number }

const vertical = (side: Side): boolean => side === 'top' || side === 'bottom';

/** The side of `from` that faces `to`: where the gap between them is widest. */
export function facing(from: Rect, to: Rect): Side {
  const a = centre(from);
  const b = centre(to);
  const gapX = Math.abs(a.x - b.x) - (from.width + to.width) / 2;
  const gapY = Math.abs(a.y - b.y) - (from.height + to.height) / 2;
  if (gapY > gapX) return b.y > a.y ? 'bottom' : 'top';
  return b.x > a.x ? 'right' : 'left';
}

/** For a zone inside another: the side of the inner zone that is nearest to the same side of the outer one. */
export function nearestSide(inner: Rect, outer: Rect): Side {
  const room: [Side, number][] = [
    ['top', inner.y - outer.y],
    ['left', inner.x - outer.x],
    ['right', outer.x + outer.width - inner.x - inner.width],
    ['bottom', outer.y + outer.height - inner.y - inner.height],
  ];
  return room.sort((a, b) => a[1] - b[1])[0]?.[0] ?? 'top';
}

function sidesOf(a: Rect, b: Rect): [Side, Side] {
  if (holdsRect(a, b)) return [nearestSide(b, a), nearestSide(b, a)];
  if (holdsRect(b, a)) return [nearestSide(a, b), nearestSide(a, b)];
  return [facing(a, b), facing(b, a)];
}

function plugPoint(rect: Rect, plug: Plug): Point {
  const share = plug.share;
  if (plug.side === 'top') return { x: rect.x + rect.width * share, y: rect.y };
  if (plug.side === 'bottom') return { x: rect.x + rect.width * share, y: rect.y + rect.height };
  if (plug.side === 'left') return { x: rect.x, y: rect.y + rect.height * share };
  return { x: rect.x + rect.width, y: rect.y + rect.height * share };
}

/** Joins two points with at most two bends, leaving and arriving along the sides' normals. */
export function elbow(a: Point, from: Side, b: Point, to: Side): Point[] {
  if (vertical(from) && vertical(to)) {
    if (Math.abs(a.x - b.x) < 0.01) return [a, { x: a.x, y: b.y }];
    const y = (a.y + b.y) / 2;
    return [a, { x: a.x, y }, { x: b.x, y }, b];
  }
  if (!vertical(from) && !vertical(to)) {
    if (Math.abs(a.y - b.y) < 0.01) return [a, { x: b.x, y: a.y }];
    const x = (a.x + b.x) / 2;
    return [a, { x, y: a.y }, { x, y: b.y }, b];
  }
  return vertical(from) ? [a, { x: a.x, y: b.y }, b] : [a, { x: b.x, y: a.y }, b];
}

/** On the longest stretch of a line, at its middle unless a zone's edge or title is there: then beside it. */
export function labelPoint(line: readonly Point[], zones: readonly Rect[]): Point {
  const hidden = (p: Point) => zones.some((r) => p.x > r.x - 8 && p.x < r.x + r.width + 8 && p.y > r.y - 12 && p.y < r.y + 40);
  let best = { length: -1, at: line[0] ?? { x: 0, y: 0 } };
  for (let i = 1; i < line.length; i += 1) {
    const a = line[i - 1]!;
    const b = line[i]!;
    const length = Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
    const spots = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((share) => ({ x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }));
    if (length > best.length) best = { length, at: spots.find((spot) => !hidden(spot)) ?? spots[0]! };
  }
  return best.at;
}

/** Shares a side evenly among the lines that leave it, in the order of where they go, so that they do not cross. */
function spread(plugs: Plug[]): void {
  const bySide = new Map<string, Plug[]>();
  for (const plug of plugs) {
    const key = `${plug.zone} ${plug.side}`;
    bySide.set(key, [...(bySide.get(key) ?? []), plug]);
  }
  for (const group of bySide.values()) {
    group.sort((a, b) => (vertical(a.side) ? a.toward.x - b.toward.x : a.toward.y - b.toward.y));
    group.forEach((plug, index) => (plug.share = (index + 1) / (group.length + 1)));
  }
}

/** A line that could be straight is straight: a plug that is alone on its side moves opposite to its partner. */
function straighten(rects: ReadonlyMap<string, Rect>, plugs: Plug[], pairs: [Plug, Plug][]): void {
  const alone = (plug: Plug) => plugs.filter((other) => other.zone === plug.zone && other.side === plug.side).length === 1;
  const move = (plug: Plug, partner: Plug): boolean => {
    if (!alone(plug) || vertical(plug.side) !== vertical(partner.side)) return false;
    const rect = rects.get(plug.zone)!;
    const at = plugPoint(rects.get(partner.zone)!, partner);
    const share = vertical(plug.side) ? (at.x - rect.x) / rect.width : (at.y - rect.y) / rect.height;
    if (share < 0.06 || share > 0.94) return false;
    plug.share = share;
    return true;
  };
  const meet = (a: Plug, b: Plug): boolean => {
    if (!alone(a) || !alone(b) || vertical(a.side) !== vertical(b.side)) return false;
    const span = (plug: Plug): [number, number] => {
      const rect = rects.get(plug.zone)!;
      return vertical(plug.side) ? [rect.x, rect.width] : [rect.y, rect.height];
    };
    const [[fromA, longA], [fromB, longB]] = [span(a), span(b)];
    const low = Math.max(fromA, fromB);
    const high = Math.min(fromA + longA, fromB + longB);
    if (high - low < 16) return false;
    a.share = ((low + high) / 2 - fromA) / longA;
    b.share = ((low + high) / 2 - fromB) / longB;
    return true;
  };
  for (const [a, b] of pairs) if (!meet(a, b) && !move(a, b)) move(b, a);
}

/** All lines of a plan. Conduits whose zones are unknown are left out. */
export function routeAll(rects: ReadonlyMap<string, Rect>, wires: readonly Wire[]): Route[] {
  const jobs = wires.flatMap((wire) => {
    const ends = wire.ends.filter((end) => rects.has(end));
    return ends.length < 2 ? [] : [{ id: wire.id, ...plugsOf(rects, ends) }];
  });
  const plugs = jobs.flatMap((job) => job.plugs);
  spread(plugs);
  straighten(rects, plugs, jobs.filter((job) => job.hub === null).map((job) => [job.plugs[0]!, job.plugs[1]!]));
  return jobs.map(({ id, plugs: own, hub }) => {
    const at = (plug: Plug) => plugPoint(rects.get(plug.zone)!, plug);
    const [a, b] = own;
    const lines = hub === null
      ? [elbow(at(a!), a!.side, at(b!), b!.side)]
      : own.map((plug) => elbow(at(plug), plug.side, hub, vertical(plug.side) ? 'left' : 'top'));
    return { id, lines, label: hub ?? labelPoint(lines[0]!, [...rects.values()]) };
  });
}

function plugsOf(rects: ReadonlyMap<string, Rect>, ends: string[]): { plugs: Plug[]; hub: Point | null } {
  if (ends.length === 2) {
    const [first, second] = ends as [string, string];
    const a = rects.get(first)!;
    const b = rects.get(second)!;
    const [from, to] = sidesOf(a, b);
    return {
      plugs: [
        { zone: first, side: from, toward: centre(b), share: 0.5 },
        { zone: second, side: to, toward: centre(a), share: 0.5 },
      ],
      hub: null,
    };
  }
  const middles = ends.map((end) => centre(rects.get(end)!));
  const hub = {
    x: middles.reduce((sum, p) => sum + p.x, 0) / middles.length,
    y: middles.reduce((sum, p) => sum + p.y, 0) / middles.length,
  };
  const spot = { x: hub.x, y: hub.y, width: 0, height: 0 };
  return { plugs: ends.map((zone) => ({ zone, side: facing(rects.get(zone)!, spot), toward: hub, share: 0.5 })), hub };
}
