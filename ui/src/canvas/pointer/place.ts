import { t } from '../../text/text';
import { zoneAt } from '../kernels/nest';
import type { Point } from '../kernels/rect';
import type { Gesture, Plan, Preview, Scene } from './gesture';

/** Carries assets from the tray into the zone under the pointer. */
export class PlaceGesture implements Gesture {
  preview: Preview = {};

  constructor(private readonly scene: Scene, private readonly ids: string[]) {}

  move(world: Point): void {
    this.preview = { target: zoneAt(this.scene.zones, world)?.id ?? null };
  }

  finish(): Plan {
    const zone = this.scene.zones.find((other) => other.id === this.preview.target);
    if (!zone) return { do: 'nothing' };
    return {
      do: 'send', command: 'place_assets', input: { ids: this.ids, zone: zone.id },
      said: t('said-assets-placed', { n: this.ids.length, zone: zone.name }),
    };
  }
}
