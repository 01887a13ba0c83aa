/** A gesture lives from pointer down to pointer up and ends in at most one operation; Escape throws it away. */
import type { Command, Input } from '../../api/client';
import type { ConduitView, ZoneView } from '../../api/generated/wire';
import type { Point, Rect } from '../kernels/rect';
import type { Route } from '../kernels/route';
import type { Viewport } from '../kernels/viewport';

export interface Scene { zones: ZoneView[]; conduits: ConduitView[]; routes: Route[] }

/** What the drawing shows while a gesture goes on. */
export interface Preview {
  rects?: Map<string, Rect>;
  newZone?: Rect;
  line?: [Point, Point];
  target?: string | null;
}

/** One operation, or a change of view or selection only. */
export type Plan =
  | { do: 'send'; command: Command; input: Input<Command>; said: string }
  | { do: 'ask_new_zone'; rect: Rect; parent: string | null }
  | { do: 'nothing' };

export interface Gesture {
  /** `world` in drawing units, `screen` in pixels of the canvas. */
  move(world: Point, screen: Point): void;
  finish(): Plan;
  readonly preview: Preview;
  /** Set by panning only. */
  readonly viewport?: Viewport;
}
