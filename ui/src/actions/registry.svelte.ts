/** Everything a person can trigger, once: menu, toolbar, palette and shortcut help read this list. */
import { untrack } from 'svelte';

export interface Action {
  id: string;
  label: () => string;
  /** For people and for the key handler, such as `Ctrl+Z`, `F2`, `N`. */
  shortcut?: string;
  /** True, or the reason why not now. */
  available?: () => true | string;
  run: () => unknown;
}

let lists = $state.raw<Action[][]>([]);

/** All actions of what is on screen now. */
export function actionsNow(): Action[] {
  return lists.flat();
}

export function findAction(id: string): Action | undefined {
  return actionsNow().find((action) => action.id === id);
}

/** Adds actions while the calling component is on screen. */
export function provideActions(list: Action[]): void {
  $effect(() => {
    const others = () => untrack(() => lists.filter((other) => other !== list));
    lists = [...others(), list];
    return () => {
      lists = others();
    };
  });
}
