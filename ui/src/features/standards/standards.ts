/** What the page shows of a framework: rows under their groups, filtered, with how each linked requirement stands. Pure. */
import type { ControlState, CountsView, CoverageView, LinkView, StandingView, Strength } from '../../api/generated/wire';

type Control = CoverageView['controls'][number];
export interface Linked { link: LinkView; standing: StandingView | undefined }
export interface Row { control: Control; linked: Linked[] }
export interface Section { title: string; groups: { id: string; title: string; rows: Row[] }[] }
export interface Alone { standing: StandingView; linked: LinkView[] }

/** The strongest link first; within a strength in the order of the mapping. */
const STRONGEST: Strength[] = ['same', 'part', 'related'];
const keyOf = (pack: string, id: string): string => `${pack} ${id}`;

export function standingsOf(coverage: CoverageView): Map<string, StandingView> {
  return new Map(coverage.standings.map((standing) => [keyOf(standing.pack, standing.id), standing]));
}

const matches = (search: string, text: string): boolean => search.toLowerCase().split(/\s+/).every((word) => text.toLowerCase().includes(word));

/** Controls that pass the filters, under their groups and sections; a group without any is left out. */
export function sectionsOf(coverage: CoverageView, search: string, state: ControlState | null): Section[] {
  const standings = standingsOf(coverage);
  const rows = coverage.controls.filter((control) => state === null || control.state === state).map((control): Row => {
    const linked = control.links.map((link): Linked => ({ link, standing: standings.get(keyOf(link.pack, link.requirement)) }));
    return { control, linked: linked.sort((a, b) => STRONGEST.indexOf(a.link.strength) - STRONGEST.indexOf(b.link.strength)) };
  });
  const sections: Section[] = [];
  for (const group of coverage.groups) {
    const text = ({ control, linked }: Row) => `${control.id} ${control.title} ${group.title} ${linked.map(({ link, standing }) => `${link.requirement} ${standing?.title ?? ''}`).join(' ')}`;
    const inside = rows.filter((row) => row.control.group === group.id && matches(search, text(row)));
    if (inside.length === 0) continue;
    const shown = { id: group.id, title: group.title, rows: inside };
    const last = sections.at(-1);
    if (last?.title === group.section) last.groups.push(shown);
    else sections.push({ title: group.section, groups: [shown] });
  }
  return sections;
}

/** Requirements to which no control is an answer: those without any link first, each kind in the order of the packs. */
export function aloneOf(coverage: CoverageView, search: string): { none: Alone[]; related: Alone[] } {
  const standings = standingsOf(coverage);
  const all = coverage.only_here.flatMap(({ pack, id, links }): Alone[] => {
    const standing = standings.get(keyOf(pack, id));
    return standing && matches(search, `${id} ${standing.title} ${links.map((link) => link.control).join(' ')}`) ? [{ standing, linked: links }] : [];
  });
  return { none: all.filter((one) => one.linked.length === 0), related: all.filter((one) => one.linked.length > 0) };
}

/** How many controls have which state. */
export function statesOf(coverage: CoverageView): Map<ControlState, number> {
  const counts = new Map<ControlState, number>();
  for (const { state } of coverage.controls) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}

/** Ratings that occur, the weakest first. */
export function ratingsOf(counts: CountsView): { rating: keyof CountsView; n: number }[] {
  const order: (keyof CountsView)[] = ['not_met', 'open', 'partly_met', 'compensated', 'met', 'not_applicable'];
  return order.map((rating) => ({ rating, n: counts[rating] })).filter(({ n }) => n > 0);
}

/** Where a click leads: the unit in which the requirement is weakest, or null for the programme and where none must have it. */
export function weakestUnit(standing: StandingView): string | null {
  return standing.units.find((unit) => unit.outcome === standing.outcome)?.unit ?? null;
}
