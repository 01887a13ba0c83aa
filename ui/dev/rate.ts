/** Answers of the stand-in core and how it rates them: simply, with one question per requirement and no nesting. */
import type {
  AnswerView, CountsView, FrView, Levels, MaturityView, Outcome, RequirementView, UnitPostureView,
} from '../src/api/generated/wire';
import { FRS } from '../src/components/levels';
import * as data from './data';

const answers = new Map<string, AnswerView>();
const keyOf = (scope: string, requirement: string) => `${scope} ${requirement}`;
const blank = (scope: string): AnswerView => ({
  scope, choices: {}, overrule: null, note: '', said_by: '', said_on: '', checked: null, come_back: false, evidence: [],
});

export const answerAt = (scope: string, requirement: string): AnswerView => answers.get(keyOf(scope, requirement)) ?? blank(scope);
export const putAnswer = (requirement: string, answer: AnswerView) => void answers.set(keyOf(answer.scope, requirement), answer);
export const clearAnswer = (scope: string, requirement: string) => void answers.delete(keyOf(scope, requirement));
export const allAnswers = (): AnswerView[] => [...answers.values()];

const CHOICE = ['a', 'a', 'b', 'c', 'a'];
data.technical.slice(0, 11).forEach((r, i) => putAnswer(r.id, {
  ...blank('site'), choices: { q1: CHOICE[i % 5]! }, note: i === 0 ? 'Seen at both operator stations.' : '', said_by: 'Mette Sand',
}));
data.technical.slice(11).forEach((r) => putAnswer(r.id, { ...blank('zone:z2'), choices: { q1: 'a' } }));
data.programme.slice(0, 4).forEach((r, i) => putAnswer(r.id, { ...blank('site'), choices: { q1: `m${i}` } }));

function find(unit: string) {
  const [kind, id] = unit.split(':');
  const found = (kind === 'zone' ? data.zones : data.conduits).find((other) => other.id === id);
  if (!found) throw new Error(`no unit ${unit}`);
  return found;
}
export const unitOf = find;

/** A requirement with how it stands at a unit, or at the site. */
export function rated(r: RequirementView, unit: string): RequirementView {
  const own = answers.get(keyOf(unit, r.id)) ?? null;
  const effective = own ?? answers.get(keyOf('site', r.id)) ?? null;
  const choice = r.questions[0]!.choices.find((c) => c.id === effective?.choices.q1);
  const target = unit === 'site' ? 4 : (find(unit).target?.levels[r.fr! - 1] ?? 0);
  const not_needed = r.needs && !own && unit !== 'site' && find(unit).facts[r.needs] === false ? r.needs : null;
  const outcome = not_needed ? 'not_applicable' : (effective?.overrule?.outcome ?? choice?.outcome ?? 'open');
  if (not_needed) return { ...r, own, effective: null, answered_at: null, not_needed, due: r.from === null || r.from <= target, outcome };
  return { ...r, own, effective, answered_at: effective?.scope ?? null, due: r.from === null || r.from <= target, outcome };
}

function counts(list: RequirementView[]): CountsView {
  const n = (outcome: Outcome) => list.filter((r) => r.due && r.outcome === outcome).length;
  return {
    met: n('met'), partly_met: n('partly_met'), not_met: n('not_met'), compensated: n('compensated'),
    not_applicable: n('not_applicable'), open: n('open'),
  };
}

export function posture(unit: string): UnitPostureView {
  const { name, target } = find(unit);
  const all = data.technical.map((r) => rated(r, unit));
  const frs: FrView[] = FRS.map((abbreviation, i) => {
    const own = all.filter((r) => r.fr === i + 1);
    const reach = (fine: Outcome[]) => Math.min(4, ...own.filter((r) => !fine.includes(r.outcome)).map((r) => r.from! - 1));
    const wanted = target?.levels[i] ?? null;
    const achieved = reach(['met', 'compensated', 'not_applicable']);
    return {
      fr: i + 1, abbreviation, title: abbreviation, target: wanted, achieved,
      possible: reach(['met', 'compensated', 'not_applicable', 'open']),
      gap: wanted === null ? null : Math.max(0, wanted - achieved),
      open_to_possible: own.filter((r) => r.outcome === 'open').length, due: counts(own),
    };
  });
  const levels = (of: (fr: FrView) => number) => frs.map(of) as Levels;
  const gap = target ? levels((fr) => fr.gap ?? 0) : null;
  return {
    unit, name, kind: unit.startsWith('zone') ? 'zone' : 'conduit', target: target?.levels ?? null,
    achieved: levels((fr) => fr.achieved), possible: levels((fr) => fr.possible), gap,
    meets_target: gap !== null && gap.every((g) => g === 0), frs, due: counts(all),
  };
}

export const units = (): UnitPostureView[] => [
  ...data.zones.filter((z) => z.kind !== 'outside').map((z) => `zone:${z.id}`), ...data.conduits.map((c) => `conduit:${c.id}`),
].map(posture);

const part = (id: string, section: string, title: string, reached: number): MaturityView => ({
  id, section, title, reached, possible: 3, profile: [1, 2, 1, 1, 0], open: 1, not_applicable: 0,
});
export const sections = [part('SPE 1', '', 'SPE 1 Organizational security measures', 0), part('SPE 2', '', 'SPE 2 Configuration management', 2)];
export const elements = [part('ORG 1', 'SPE 1', 'ORG 1 Security related organization and policies', 0), part('CM 1', 'SPE 2', 'CM 1 Inventory management', 2)];
