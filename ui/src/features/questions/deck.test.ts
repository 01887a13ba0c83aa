import { describe, expect, it } from 'vitest';
import type { AnswerView, RequirementView } from '../../api/generated/wire';
import { deckOf, dueByFact, filtered, isOpen, neighbour, outcomeOf, type Filter } from './deck';

const answer = (over: Partial<AnswerView>): AnswerView => ({ scope: 'site', choices: {}, overrule: null, note: '', said_by: '', said_on: '', checked: null, come_back: false, evidence: [], ...over });
const requirement = (id: string, fr: number, due: boolean, effective: AnswerView | null, questions = ['a']): RequirementView => ({
  pack: 'p', id, title: `Title ${id}`, group: 'g', intent: '', from: 1, fr, due, outcome: effective?.overrule?.outcome ?? 'open', answered_at: null, own: null, effective, check: '', wrong: '', measures: [], compensating: [], topics: [], needs: null, not_needed: null,
  questions: questions.map((q) => ({ id: q, text: `Ask ${id} ${q}`, why: '', good: '', look: '', evidence: '', choices: [{ id: 'yes', text: 'Yes', outcome: 'met' }], steps: [], ask: q === 'b' ? ['operator'] : ['network', 'supplier'], at: fr === 5 ? ['network'] : ['control_room'] })),
});
const deck = deckOf([
  requirement('SR 1.1', 1, true, answer({ choices: { a: 'yes' } }), ['a', 'b']),
  requirement('SR 1.2', 1, false, null),
  requirement('SR 5.1', 5, true, answer({ overrule: { outcome: 'not_applicable', reason: 'none here' }, come_back: true })),
]);
const all: Filter = { search: '', dueOnly: false, openOnly: false, fr: null, comeBack: false, contact: null, place: null };

describe('the deck', () => {
  it('has one card per question', () => expect(deck.map((card) => card.key)).toEqual(['SR 1.1/a', 'SR 1.1/b', 'SR 1.2/a', 'SR 5.1/a']));
  it('shows each question with its own answer, and a decision of the assessor with the requirement', () => expect(deck.map(outcomeOf)).toEqual(['met', 'open', 'open', 'not_applicable']));
  it('returns to a question that was marked here although the answer comes from elsewhere', () => {
    const [card] = deckOf([{ ...requirement('SR 2.1', 2, true, answer({ choices: { a: 'yes' } })), own: answer({ come_back: true }) }]);
    expect(filtered([card!], { ...all, comeBack: true })).toHaveLength(1);
  });
  it('counts a question open until chosen or overruled', () => expect(deck.map(isOpen)).toEqual([false, true, true, false]));
  it('does not count open what an absent fact makes void', () => {
    expect(deckOf([{ ...requirement('SR 1.6', 1, true, null), needs: 'wireless', not_needed: 'wireless' }]).map(isOpen)).toEqual([false]);
  });
  it('counts per fact what is due and needs it', () => {
    const needing = (id: string, due: boolean, needs: RequirementView['needs']) => ({ ...requirement(id, 1, due, null), needs });
    expect(dueByFact([needing('a', true, 'wireless'), needing('b', true, 'wireless'), needing('c', false, 'wireless'), needing('d', true, 'pki'), needing('e', true, null)])).toEqual({ wireless: 2, pki: 1 });
  });
  it.each<[string, Partial<Filter>, string[]]>([
    ['due only', { dueOnly: true }, ['SR 1.1/a', 'SR 1.1/b', 'SR 5.1/a']],
    ['open only', { openOnly: true }, ['SR 1.1/b', 'SR 1.2/a']],
    ['one FR', { fr: 5 }, ['SR 5.1/a']],
    ['one person to ask', { contact: 'operator' }, ['SR 1.1/b']],
    ['one place', { place: 'network' }, ['SR 5.1/a']],
    ['come back', { comeBack: true }, ['SR 5.1/a']],
    ['all words, any case', { search: 'ASK 1.1 b' }, ['SR 1.1/b']],
    ['together', { dueOnly: true, openOnly: true, fr: 5 }, []],
  ])('filters: %s', (_name, filter, keys) => expect(filtered(deck, { ...all, ...filter }).map((card) => card.key)).toEqual(keys));
  it('goes on from the place of a card that was filtered away', () => {
    const open = filtered(deck, { ...all, openOnly: true });
    expect(neighbour(deck, open, 'SR 1.1/a', 1)?.key).toBe('SR 1.1/b');
    expect(neighbour(deck, open, 'SR 5.1/a', -1)?.key).toBe('SR 1.2/a');
    expect(neighbour(deck, open, 'SR 5.1/a', 1)?.key).toBe('SR 1.2/a');
    expect(neighbour(deck, [], 'SR 5.1/a', 1)).toBeUndefined();
  });
});
