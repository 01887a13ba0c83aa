/** A unit's target and gap in one short line of words and numbers. */
import type { UnitPostureView } from '../../api/generated/wire';
import { t } from '../../text/text';

export function postureLine(unit: UnitPostureView | undefined): string {
  if (!unit) return '';
  if (!unit.target) return t('posture-no-target');
  const target = unit.target.every((level) => level === unit.target![0]) ? String(unit.target[0]) : unit.target.join(' ');
  const gaps = unit.frs.filter((fr) => (fr.gap ?? 0) > 0);
  return gaps.length === 0 ? t('posture-meets', { target }) : t('posture-gap', { target, n: gaps.length });
}
