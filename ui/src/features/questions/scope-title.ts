/** Where an answer was given, in words. */
import type { PlanView, Scope } from '../../api/generated/wire';
import { t } from '../../text/text';

export function scopeTitle(scope: Scope | null, plan: PlanView | undefined): string {
  if (scope === null) return '';
  if (scope === 'site') return t('where-site');
  const [kind, id] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1)];
  const name = [...(plan?.zones ?? []), ...(plan?.conduits ?? [])].find((unit) => unit.id === id)?.name ?? id;
  return kind === 'inside' ? t('where-inside', { name }) : name;
}
