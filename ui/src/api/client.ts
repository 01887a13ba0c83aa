/** The only door to the core, and the only file that knows the desktop host. */
import { invoke } from '@tauri-apps/api/core';
import type { Commands, Problem, Reply } from './generated/wire';

/** A command of the core, with what it takes and what it gives. */
export type Command = keyof Commands;
export type Input<C extends Command> = Commands[C]['input'];
export type Output<C extends Command> = Commands[C]['output'];

/** A problem as the core stated it: what happened, what about the data, what now. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

/** Anything that is not a problem of the core is a fault of ours and is said as such, with its detail. */
function toProblem(cause: unknown): Problem {
  if (cause && typeof cause === 'object' && 'code' in cause && 'message' in cause) return cause as Problem;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { code: 'ui.no_reply', kind: 'broken', message: '', help: '', args: { detail } };
}

/** Sends one command; rejects with a `ProblemError`. */
export async function call<C extends Command>(command: C, input: Input<C>): Promise<Reply<Output<C>>> {
  try {
    return await invoke<Reply<Output<C>>>('rpc', { command, input });
  } catch (cause) {
    throw new ProblemError(toProblem(cause));
  }
}
