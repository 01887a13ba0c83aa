/** Document state: answers of queries, kept until a change drops them; only those on screen are asked again. */
import { untrack } from 'svelte';
import { call, ProblemError } from '../api/client';
import type { Command, Input, Output } from '../api/client';
import type { Change, Problem } from '../api/generated/wire';
import { staleAfter } from './depends';

class Entry<C extends Command> {
  value = $state.raw<Output<C> | undefined>();
  problem = $state.raw<Problem | undefined>();
  watchers = 0;
  private asked = 0;
  private fresh = false;

  constructor(readonly command: C, readonly input: Input<C>) {}

  watch(): () => void {
    this.watchers += 1;
    if (!this.fresh) void this.ask();
    return () => {
      this.watchers -= 1;
    };
  }

  drop(): void {
    this.fresh = false;
    if (this.watchers > 0) void this.ask();
  }

  /** The last question wins: an older answer that arrives late is thrown away. */
  private async ask(): Promise<void> {
    const ticket = ++this.asked;
    this.fresh = true;
    try {
      const reply = await call(this.command, this.input);
      if (ticket !== this.asked) return;
      this.value = reply.output;
      this.problem = undefined;
    } catch (cause) {
      if (ticket === this.asked && cause instanceof ProblemError) this.problem = cause.problem;
    }
  }
}

const entries = new Map<string, Entry<Command>>();

function entryOf<C extends Command>(command: C, input: Input<C>): Entry<C> {
  const key = `${command} ${JSON.stringify(input)}`;
  const known = entries.get(key) ?? (new Entry(command, input) as unknown as Entry<Command>);
  entries.set(key, known);
  return known as unknown as Entry<C>;
}

/** Makes everything that depends on these changes stale; unseen entries are forgotten. */
export function dropChanged(changes: readonly Change[]): void {
  const stale = staleAfter(changes);
  for (const [key, entry] of entries) {
    if (!stale.has(entry.command)) continue;
    if (entry.watchers === 0) entries.delete(key);
    else entry.drop();
  }
}

/** Another site was opened or closed: nothing known before is true now. */
export function dropAll(): void {
  for (const [key, entry] of entries) {
    if (entry.watchers === 0) entries.delete(key);
    else entry.drop();
  }
}

export interface Live<C extends Command> {
  readonly value: Output<C> | undefined;
  readonly problem: Problem | undefined;
}

/**
 * A query that stays true while the component that asks for it is on screen. `input` may return null for "not now".
 * With `keep`, the last answer stays visible while another input is being asked, so that lists do not flicker.
 */
export function live<C extends Command>(command: C, input: () => Input<C> | null, keep = false): Live<C> {
  const entry = $derived.by(() => {
    const wanted = input();
    return wanted === null ? null : untrack(() => entryOf(command, wanted));
  });
  let last: Output<C> | undefined;
  $effect(() => {
    const watched = entry;
    return untrack(() => watched?.watch());
  });
  return {
    get value() {
      const now = entry?.value;
      if (now !== undefined) last = now;
      return now ?? (keep && entry ? last : undefined);
    },
    get problem() {
      return entry?.problem;
    },
  };
}
