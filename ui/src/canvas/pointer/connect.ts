import { t } from '../../text/text';
import { zoneAt } from '../kernels/nest';
import type { Point } from '../kernels/rect';
import type { Gesture, Plan, Preview, Scene } from './gesture';

/** Draws a conduit from one zone to the zone under the pointer. */
export class ConnectGesture implements Gesture {
  preview: Preview = {};

  constructor(private readonly scene: Scene, private readonly id: string, private readonly from: Point) {}

  move(world: Point): void {
    const target = zoneAt(this.scene.zones, world)?.id ?? null;
    this.preview = { line: [this.from, world], target: target === this.id ? null : target };
  }

  finish(): Plan {
    const a = this.scene.zones.find((zone) => zone.id === this.id);
    const b = this.scene.zones.find((zone) => zone.id === this.preview.target);
    if (!a || !b) return { do: 'nothing' };
    const name = t('conduit-default-name', { a: a.name, b: b.name });
    return {
      do: 'send', command: 'create_conduit', input: { name, ends: [a.id, b.id] },
      said: t('said-conduit-created', { a: a.name, b: b.name }),
    };
  }
}
