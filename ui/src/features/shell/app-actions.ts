/** Actions that are possible on every screen of an open site. */
import type { Action } from '../../actions/registry.svelte';
import { flushDrafts } from '../../state/drafts';
import { run, say, siteChanged, status, step } from '../../state/run.svelte';
import { nextTheme, theme } from '../../state/theme.svelte';
import { resetView, STEPS, view } from '../../state/view.svelte';
import { t } from '../../text/text';

const history = (direction: 'undo' | 'redo'): true | string => {
  if (view.readOnly) return t('reason-read-only');
  return status.history?.[direction] ? true : t(`reason-no-${direction}`);
};

async function copySite(): Promise<void> {
  await flushDrafts();
  const picked = await run('pick_file', { purpose: 'copy_site' });
  if (!picked) return;
  const copy = await run('copy_site', { file: picked.file });
  if (copy) say(t('said-copied', { name: copy.name }));
}

async function checkSite(): Promise<void> {
  const check = await run('check_site', {});
  if (check) say(check.ok ? t('check-ok', { n: check.operations }) : t('check-bad'));
  if (check && !check.ok) view.history = true;
}

async function closeSite(): Promise<void> {
  await flushDrafts();
  if ((await run('close_site', {})) === undefined) return;
  resetView();
  siteChanged();
}

const goActions: Action[] = STEPS.map((id, index) => ({
  id: `go-${id}`,
  label: () => t('action-go', { step: t(`step-${id}`) }),
  shortcut: `Alt+${index + 1}`,
  run: () => {
    void flushDrafts();
    view.step = id;
    view.page = null;
  },
}));

export const appActions: Action[] = [
  { id: 'undo', label: () => t('undo-what', { label: status.history?.undo ?? '' }), shortcut: 'Ctrl+Z', available: () => history('undo'), run: () => step('undo') },
  { id: 'redo', label: () => t('redo-what', { label: status.history?.redo ?? '' }), shortcut: 'Ctrl+Y', available: () => history('redo'), run: () => step('redo') },
  { id: 'palette', label: () => t('action-palette'), shortcut: 'Ctrl+K', run: () => (view.palette = true) },
  { id: 'shortcuts', label: () => t('action-shortcuts'), shortcut: '?', run: () => (view.shortcuts = true) },
  { id: 'theme', label: () => t('action-theme', { theme: t(`theme-${theme.name}`) }), run: nextTheme },
  { id: 'copy-site', label: () => t('action-copy-site'), run: copySite },
  { id: 'history', label: () => t('action-history'), run: () => (view.history = true) },
  { id: 'check-site', label: () => t('action-check-site'), run: checkSite },
  { id: 'close-site', label: () => t('action-close-site'), run: closeSite },
  ...goActions,
  { id: 'go-standards', label: () => t('action-go', { step: t('standards-title') }), shortcut: 'Alt+9', run: () => { void flushDrafts(); view.page = 'standards'; } },
];
