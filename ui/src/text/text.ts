/** Every sentence on screen comes from the Fluent file; a missing one shows its key, and the test finds it first. */
import { FluentBundle, FluentResource } from '@fluent/bundle';
import source from './en.ftl?raw';

const bundle = new FluentBundle('en', { useIsolating: false });
bundle.addResource(new FluentResource(source));

export type TextArgs = Record<string, string | number>;

export function t(key: string, args?: TextArgs): string {
  const message = bundle.getMessage(key);
  return message?.value ? bundle.formatPattern(message.value, args ?? null) : key;
}

/** A word of the core's closed lists, for people. */
export function word(list: string, value: string): string {
  return t(`${list}-${value.replace('.', '_')}`);
}

/** Reads a word of a closed list, as a form gives it back; any other text, such as that of "none", is none. */
export function wordOf<T extends string>(list: readonly T[], text: string): T | undefined {
  return list.find((known) => known === text);
}

/** A moment or day as the person's system writes it. */
export function day(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? text : at.toLocaleDateString(undefined, { dateStyle: 'medium' });
}
export function moment(text: string): string {
  const at = new Date(text);
  return Number.isNaN(at.getTime())
    ? text
    : at.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
/** A size in the unit people read. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return t('size-bytes', { n: bytes });
  if (bytes < 1024 * 1024) return t('size-kb', { n: Math.round(bytes / 1024) });
  return t('size-mb', { n: (bytes / 1024 / 1024).toFixed(1) });
}
