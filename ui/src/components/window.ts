/** Which rows of a long table are worth drawing. */
export interface RowWindow { first: number; last: number; before: number; after: number }

/** Rows in sight plus `spare` on either side; `before` and `after` are the heights that stand for the rest. */
export function rowWindow(total: number, row: number, scroll: number, height: number, spare = 8): RowWindow {
  const first = Math.min(Math.max(0, Math.floor(scroll / row) - spare), Math.max(0, total));
  const last = Math.min(total, Math.ceil((scroll + height) / row) + spare);
  return { first, last: Math.max(first, last), before: first * row, after: Math.max(0, total - Math.max(first, last)) * row };
}
