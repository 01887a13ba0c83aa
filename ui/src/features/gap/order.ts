/** Worst first: the largest single gap, then the number of gaps, then the name. Units without a target come last. */
import type { UnitPostureView } from '../../api/generated/wire';

const worst = (unit: UnitPostureView): number => (unit.gap ? Math.max(...unit.gap) : -1);
const count = (unit: UnitPostureView): number => unit.gap?.filter((gap) => gap > 0).length ?? 0;

export function worstFirst(units: readonly UnitPostureView[]): UnitPostureView[] {
  return [...units].sort((a, b) => worst(b) - worst(a) || count(b) - count(a) || a.name.localeCompare(b.name));
}
