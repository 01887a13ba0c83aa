/** Which shortcut a key event means. Single letters are not shortcuts while a person types. */
export interface KeyPress { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

export function shortcutOf(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const shifted = press.shiftKey && (key.length > 1 || /[A-Z]/.test(key));
  return [press.ctrlKey || press.metaKey ? 'Ctrl' : '', press.altKey ? 'Alt' : '', shifted ? 'Shift' : '', key]
    .filter(Boolean)
    .join('+');
}

export function isTyping(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.tagName) return false;
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && !['checkbox', 'radio', 'button'].includes((element as HTMLInputElement).type);
}

/** Keys without Ctrl or Alt belong to the text field that has the focus. */
export function mayFire(shortcut: string, typing: boolean): boolean {
  return !typing || /^(Ctrl|Alt)\+/.test(shortcut) || /^F\d+$/.test(shortcut);
}
