import { t } from '../../text/text';
import type { Point } from '../kernels/rect';
import { resized, type Handle } from '../kernels/resize';
import type { Gesture, Plan, Preview, Scene } from './gesture';

/** Pulls one handle of a zone; what is inside stays where it is. */
export class ResizeGesture implements Gesture {
  preview: Preview = {};

  constructor(private readonly scene: Scene, private readonly id: string, private readonly handle: Handle) {}

  move(world: Point): void {
    const zone = this.scene.zones.find((other) => other.id === this.id);
    if (zone) this.preview = { rects: new Map([[this.id, resized(zone.rect, this.handle, world)]]) };
  }

  finish(): Plan {
    const zone = this.scene.zones.find((other) => other.id === this.id);
    const rect = this.preview.rects?.get(this.id);
    if (!zone || !rect || JSON.stringify(rect) === JSON.stringify({ ...zone.rect })) return { do: 'nothing' };
    return {
      do: 'send', command: 'move_zone', input: { id: this.id, rect },
      said: t('said-zone-resized', { name: zone.name, width: rect.width, height: rect.height }),
    };
  }
}
