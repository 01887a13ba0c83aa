/** View state: where the person is. Never in the site file and never undone. */
import { STEP_ID_WORDS, type FileHandle, type Scope, type StepId, type Unit, type VerificationView } from '../api/generated/wire';

/** The steps of the work in the order of the standards. */
export const STEPS = STEP_ID_WORDS;

export const view = $state({
  step: 'site' as StepId,
  /** A page beside the steps, shown instead of the step while it is set. */
  page: null as 'standards' | null,
  unit: null as Unit | null,
  requirement: null as string | null,
  selection: null as { kind: 'zone' | 'conduit'; id: string } | null,
  scope: 'unit' as 'unit' | 'inside' | 'site',
  /** One question at a time, or all as a table; stays as chosen while the program runs. */
  questionsAs: 'cards' as 'cards' | 'table',
  readOnly: false,
  palette: false,
  shortcuts: false,
  history: false,
  report: null as { file: FileHandle; name: string } | null,
  verification: null as VerificationView | null,
});

export function resetView(): void {
  Object.assign(view, {
    step: 'site', page: null, unit: null, requirement: null, selection: null, scope: 'unit', report: null,
    verification: null, palette: false, shortcuts: false, history: false,
  });
}

/** The wire scope for an answer given at `unit`. A conduit has no inside. */
export function scopeOf(choice: 'unit' | 'inside' | 'site', unit: Unit): Scope {
  if (unit === 'site' || choice === 'site') return 'site';
  if (choice === 'inside' && unit.startsWith('zone:')) return `inside:${unit.slice('zone:'.length)}`;
  return unit;
}
