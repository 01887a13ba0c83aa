import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rowWindow } from '../components/window';
import { mayFire, shortcutOf } from '../actions/keys';
import { staleAfter } from './depends';
import { Draft, DRAFT_DELAY_MS, flushDrafts } from './drafts';

describe('drafts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  it('send once, 400 ms after the last key', () => {
    const sent: string[] = [];
    const draft = new Draft((text) => sent.push(text));
    for (const text of ['P', 'Pu', 'Pump']) {
      draft.type(text);
      vi.advanceTimersByTime(DRAFT_DELAY_MS - 1);
    }
    expect(sent).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual(['Pump']);
    expect(draft.dirty).toBe(false);
  });
  it('are all sent before undo, close or another screen, and only once', async () => {
    const sent: string[] = [];
    new Draft((text) => sent.push(text)).type('a');
    new Draft((text) => sent.push(text)).type('b');
    await flushDrafts();
    vi.advanceTimersByTime(10 * DRAFT_DELAY_MS);
    expect(sent).toEqual(['a', 'b']);
  });
  it('that were never typed send nothing', async () => {
    const sent: string[] = [];
    await new Draft((text) => sent.push(text)).flush();
    expect(sent).toEqual([]);
  });
});

describe('what a change makes stale', () => {
  it('an answer: questions, posture and steps, but not the drawing', () => {
    const stale = staleAfter(['answers']);
    expect([...stale].sort()).toEqual(['framework_coverage', 'posture_site', 'posture_unit', 'questions_list', 'steps_list']);
  });
  it.each(['site', 'people', 'zones', 'conduits', 'assets', 'answers', 'history'] as const)('%s: the steps', (change) => expect(staleAfter([change]).has('steps_list')).toBe(true));
  it('nothing: nothing', () => expect(staleAfter([]).size).toBe(0));
});

describe('long tables', () => {
  it.each([[0, 0], [5, 0], [20000, 0], [20000, 299970], [20000, 599400], [3, 9000]])('%s rows scrolled to %s: heights add up and rows in sight are drawn', (total, scroll) => {
    const w = rowWindow(total, 30, scroll, 600);
    expect(w.before + (w.last - w.first) * 30 + w.after).toBe(total * 30);
    expect(w.last - w.first).toBeLessThanOrEqual(20 + 2 * 8 + 1);
    if (scroll + 600 <= total * 30) expect(w.first * 30 <= scroll && w.last * 30 >= scroll + 600).toBe(true);
  });
});

describe('shortcuts', () => {
  const press = (key: string, over = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...over });
  it.each([[press('n'), 'N'], [press('z', { ctrlKey: true }), 'Ctrl+Z'], [press('k', { metaKey: true }), 'Ctrl+K'], [press('?', { shiftKey: true }), '?'], [press('1', { altKey: true }), 'Alt+1'], [press('F2'), 'F2'], [press('Z', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+Z']])('%o is %s', (event, expected) => expect(shortcutOf(event)).toBe(expected));
  it.each([['N', true, false], ['N', false, true], ['Ctrl+Z', true, true], ['F2', true, true], ['1', true, false], ['Delete', true, false]])('%s while typing=%s fires=%s', (shortcut, typing, fires) => expect(mayFire(shortcut, typing)).toBe(fires));
});
