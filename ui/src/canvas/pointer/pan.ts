import type { Point } from '../kernels/rect';
import { panned, type Viewport } from '../kernels/viewport';
import type { Gesture, Plan } from './gesture';

/** Moves the view, never the drawing. */
export class PanGesture implements Gesture {
  readonly preview = {};
  viewport: Viewport;

  constructor(private readonly start: Viewport, private readonly from: Point) {
    this.viewport = start;
  }

  move(_world: Point, screen: Point): void {
    this.viewport = panned(this.start, screen.x - this.from.x, screen.y - this.from.y);
  }

  finish(): Plan {
    return { do: 'nothing' };
  }
}
