import { describe, expect, it } from 'vitest';
import type { CoverageView, CountsView, LinkView, StandingView, Strength } from '../../api/generated/wire';
import { aloneOf, ratingsOf, sectionsOf, statesOf, weakestUnit } from './standards';

const counts = (over: Partial<CountsView> = {}): CountsView => ({ met: 0, partly_met: 0, not_met: 0, compensated: 0, not_applicable: 0, open: 0, ...over });
const link = (requirement: string, control: string, strength: Strength): LinkView => ({ pack: 'p', requirement, control, strength, reason: 'Because.' });
const standing = (id: string, title: string, over: Partial<StandingView> = {}): StandingView => ({ pack: 'p', id, title, outcome: null, counts: counts(), units: [], ...over });
const control = (id: string, group: string, state: CoverageView['controls'][number]['state'], links: LinkView[]) => ({ id, group, title: `Title ${id}`, state, asked: 0, answered: 0, weakest: null, lowest: null, links });
const coverage: CoverageView = {
  framework: { id: 'f', standard: 'F', title: '', note: '', controls: 3 },
  mappings: [],
  groups: [{ id: 'A', title: 'First', section: 'One' }, { id: 'B', title: 'Second', section: 'One' }, { id: 'C', title: 'Third', section: 'Two' }],
  controls: [
    control('A.1', 'A', 'answered', [link('R 2', 'A.1', 'related'), link('R 1', 'A.1', 'same')]),
    control('B.1', 'B', 'none', []),
    control('C.1', 'C', 'open', [link('R 1', 'C.1', 'part')]),
  ],
  standings: [standing('R 1', 'Backup'), standing('R 2', 'Session lock'), standing('R 3', 'Safe state')],
  only_here: [{ pack: 'p', id: 'R 2', links: [link('R 2', 'A.1', 'related')] }, { pack: 'p', id: 'R 3', links: [] }],
};
const shown = (search: string, state: Parameters<typeof sectionsOf>[2] = null) => sectionsOf(coverage, search, state).map((section) => `${section.title}: ${section.groups.map((group) => group.rows.map((row) => row.control.id).join()).join(' ')}`);

describe('the controls', () => {
  it('stand under their groups and sections', () => expect(shown('')).toEqual(['One: A.1 B.1', 'Two: C.1']));
  it('show the strongest link first', () => expect(sectionsOf(coverage, '', null)[0]?.groups[0]?.rows[0]?.linked.map(({ link: one }) => one.requirement)).toEqual(['R 1', 'R 2']));
  it.each([['b.1', ['One: B.1']], ['backup', ['One: A.1', 'Two: C.1']], ['R 2', ['One: A.1']], ['third title', ['Two: C.1']], ['nothing', []]])('are found by %o', (search, expected) => expect(shown(search)).toEqual(expected));
  it('are filtered by state', () => expect(shown('', 'none')).toEqual(['One: B.1']));
  it('are counted by state', () => expect([...statesOf(coverage)]).toEqual([['answered', 1], ['none', 1], ['open', 1]]));
});

describe('what only OT needs', () => {
  const ids = (search: string) => Object.values(aloneOf(coverage, search)).map((list) => list.map((one: { standing: StandingView }) => one.standing.id));
  it('tells those without any link from those that are only related', () => expect(ids('')).toEqual([['R 3'], ['R 2']]));
  it('is found by title and by control', () => expect([ids('safe'), ids('a.1')]).toEqual([[['R 3'], []], [[], ['R 2']]]));
});

describe('a requirement', () => {
  const units: StandingView['units'] = [{ unit: 'zone:a', name: 'A', outcome: 'met' }, { unit: 'zone:b', name: 'B', outcome: 'not_met' }];
  it('leads to the unit where it is weakest', () => expect(weakestUnit(standing('R', '', { outcome: 'not_met', units }))).toBe('zone:b'));
  it('of the programme leads to no unit', () => expect(weakestUnit(standing('R', '', { outcome: 'ml2' }))).toBe(null));
  it('tells its ratings weakest first and leaves out what does not occur', () => expect(ratingsOf(counts({ met: 3, open: 1, not_met: 2 }))).toEqual([{ rating: 'not_met', n: 2 }, { rating: 'open', n: 1 }, { rating: 'met', n: 3 }]));
});
