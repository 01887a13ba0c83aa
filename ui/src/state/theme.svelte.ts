/** Light, dark or high contrast; follows the system until the person chooses. */
export type Theme = 'light' | 'dark' | 'contrast';
const ORDER: Theme[] = ['light', 'dark', 'contrast'];
const KEY = 'zonewright.theme';

export const theme = $state({ name: 'light' as Theme });

function systemTheme(): Theme {
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function put(name: Theme): void {
  theme.name = name;
  document.documentElement.dataset.theme = name;
}

export function startTheme(): void {
  const follow = () => put((localStorage.getItem(KEY) as Theme | null) ?? systemTheme());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
  follow();
}

export function nextTheme(): void {
  const next = ORDER[(ORDER.indexOf(theme.name) + 1) % ORDER.length] ?? 'light';
  localStorage.setItem(KEY, next);
  put(next);
}
