/** Which cached answers a change makes stale: widened to everything that is computed from the changed kind. */
import type { Command } from '../api/client';
import type { Change } from '../api/generated/wire';

const RATED: Command[] = ['posture_site', 'posture_unit', 'questions_list', 'steps_list', 'framework_coverage'];

export const DEPENDENTS: Record<Change, Command[]> = {
  site: ['site_get', 'app_state', 'steps_list', 'posture_site'],
  people: ['people_list', 'steps_list'],
  zones: ['plan_get', 'assets_list', 'asset_get', ...RATED],
  conduits: ['plan_get', ...RATED],
  assets: ['assets_list', 'asset_get', 'plan_get', 'steps_list'],
  answers: RATED,
  evidence: ['questions_list'],
  history: ['history_list', 'check_site', 'steps_list'],
  recents: ['app_state'],
  identities: ['identity_list'],
};

/** The commands whose cached answers are stale after these changes. */
export function staleAfter(changes: readonly Change[]): Set<Command> {
  return new Set(changes.flatMap((change) => DEPENDENTS[change] ?? []));
}
