// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { base64Of, filesOf, pastedName } from './files';

const now = new Date(2026, 10, 23, 9, 5, 7);
const file = (name: string, type: string, content = '') => new File([content], name, { type });

describe('what is dropped or pasted', () => {
  it.each([
    ['image.png', 'image/png', 'Screenshot 2026-11-23 09.05.07.png'],
    ['image.jpeg', 'image/jpeg', 'Screenshot 2026-11-23 09.05.07.jpg'],
    ['', 'image/webp', 'Screenshot 2026-11-23 09.05.07.webp'],
    ['Schrank 4.jpg', 'image/jpeg', 'Schrank 4.jpg'],
    ['rules.txt', 'text/plain', 'rules.txt'],
  ])('%o of type %s is called %s', (name, type, expected) => expect(pastedName(file(name, type), now)).toBe(expected));
  it('arrives to the byte', async () => {
    expect(await base64Of(file('a', '', 'Zonen'))).toBe('Wm9uZW4=');
    expect(await base64Of(file('b', '', ''))).toBe('');
  });
  it('text alone holds no file', () => expect(filesOf(null)).toEqual([]));
});
