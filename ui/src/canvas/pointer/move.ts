import { t } from '../../text/text';
import { familyOf, parentFor } from '../kernels/nest';
import { moved, snap, type Point, type Rect } from '../kernels/rect';
import type { Gesture, Plan, Preview, Scene } from './gesture';

/** Moves a zone with all that is inside it; dropped wholly inside another zone, it becomes part of that zone. */
export class MoveGesture implements Gesture {
  preview: Preview = {};
  private readonly family: Set<string>;

  constructor(private readonly scene: Scene, private readonly id: string, private readonly from: Point) {
    this.family = familyOf(scene.zones, id);
  }

  move(world: Point): void {
    const dx = snap(world.x - this.from.x);
    const dy = snap(world.y - this.from.y);
    if (dx === 0 && dy === 0) {
      this.preview = {};
      return;
    }
    const rects = new Map<string, Rect>();
    for (const zone of this.scene.zones) if (this.family.has(zone.id)) rects.set(zone.id, moved(zone.rect, dx, dy));
    this.preview = { rects, target: parentFor(this.scene.zones, rects.get(this.id)!, this.family) };
  }

  finish(): Plan {
    const zone = this.scene.zones.find((other) => other.id === this.id);
    const rect = this.preview.rects?.get(this.id);
    if (!zone || !rect) return { do: 'nothing' };
    const parent = this.preview.target ?? null;
    const input = parent === zone.parent ? { id: this.id, rect } : { id: this.id, rect, parent };
    const holder = this.scene.zones.find((other) => other.id === parent);
    const said = parent === zone.parent
      ? t('said-zone-moved', { name: zone.name })
      : holder ? t('said-zone-nested', { name: zone.name, parent: holder.name }) : t('said-zone-freed', { name: zone.name });
    return { do: 'send', command: 'move_zone', input, said };
  }
}
