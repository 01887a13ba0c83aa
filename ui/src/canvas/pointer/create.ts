import { parentFor } from '../kernels/nest';
import { rectBetween, type Point } from '../kernels/rect';
import type { Gesture, Plan, Preview, Scene } from './gesture';

/** Draws the outline of a new zone; the name is asked for afterwards. */
export class CreateGesture implements Gesture {
  preview: Preview = {};
  private moved = false;

  constructor(private readonly scene: Scene, private readonly from: Point) {}

  move(world: Point): void {
    this.moved ||= Math.hypot(world.x - this.from.x, world.y - this.from.y) > 8;
    if (!this.moved) return;
    const newZone = rectBetween(this.from, world);
    this.preview = { newZone, target: parentFor(this.scene.zones, newZone, new Set()) };
  }

  finish(): Plan {
    const rect = this.preview.newZone;
    return rect ? { do: 'ask_new_zone', rect, parent: this.preview.target ?? null } : { do: 'nothing' };
  }
}
