/** Sends commands in the order in which the person acted, applies what a reply changed, and says so. */
import { call, ProblemError } from '../api/client';
import type { Command, Input, Output } from '../api/client';
import type { HistoryHead, Problem } from '../api/generated/wire';
import { t } from '../text/text';
import { dropAll, dropChanged } from './cache.svelte';
import { flushDrafts } from './drafts';

/** What the status line and the dialogs show. */
export const status = $state({
  message: '',
  history: null as HistoryHead | null,
  problem: null as Problem | null,
  pending: 0,
});

/** Puts a sentence into the live region. */
export function say(message: string): void {
  status.message = message;
}

let queue: Promise<unknown> = Promise.resolve();

/** Sends one command after all earlier ones; rejects with a `ProblemError` for callers that show it themselves. */
export function send<C extends Command>(command: C, input: Input<C>): Promise<Output<C>> {
  status.pending += 1;
  const sent = queue.then(async () => {
    const reply = await call(command, input);
    status.history = reply.history;
    if (reply.changes.length > 0) dropChanged(reply.changes);
    return reply.output;
  });
  queue = sent.catch(() => undefined);
  return sent.finally(() => {
    status.pending -= 1;
  });
}

/** Shows a problem in the dialog. */
export function showProblem(cause: unknown): void {
  if (cause instanceof ProblemError) status.problem = cause.problem;
  else throw cause;
}

/** Sends one command and says `said` when it worked; a problem goes to the dialog and the answer is undefined. */
export async function run<C extends Command>(
  command: C,
  input: Input<C>,
  said?: string,
): Promise<Output<C> | undefined> {
  try {
    const output = await send(command, input);
    if (said) say(said);
    return output;
  } catch (cause) {
    showProblem(cause);
    return undefined;
  }
}

/** Undo or redo, after unsent text was sent so that it is part of what is undone. */
export async function step(direction: 'undo' | 'redo'): Promise<void> {
  await flushDrafts();
  const done = await run(direction, {});
  if (done) say(t(direction === 'undo' ? 'said-undone' : 'said-redone', { label: done.label }));
}

/** After a site was opened or closed. */
export function siteChanged(): void {
  dropAll();
}
