/** Draft state: text that is typed but not yet sent. It is sent 400 ms after the last key, on blur and on leaving. */
export const DRAFT_DELAY_MS = 400;

type Commit = (text: string) => unknown;
const unsent = new Set<Draft>();

export class Draft {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private text: string | undefined;

  constructor(private readonly commit: Commit) {}

  get dirty(): boolean {
    return this.text !== undefined;
  }

  type(text: string): void {
    this.text = text;
    unsent.add(this);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), DRAFT_DELAY_MS);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    unsent.delete(this);
    if (this.text === undefined) return;
    const text = this.text;
    this.text = undefined;
    await this.commit(text);
  }
}

/** Sends everything that is still unsent. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...unsent].map((draft) => draft.flush()));
}
