/** Rules about the sources themselves: who may know whom, where colours and sentences live. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';

const root = new URL('.', import.meta.url).pathname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte|css)$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name: relative(root, join(root, name)), text: readFileSync(join(root, name), 'utf8') }));
const imports = (text: string) => [...text.matchAll(/from '([^']+)'|import '([^']+)'/g)].map((m) => m[1] ?? m[2]!);
const ftl = readFileSync(join(root, 'text/en.ftl'), 'utf8');
const keys = [...ftl.matchAll(/^([a-z][\w-]*) =/gm)].map((m) => m[1]!);
const source = files.map((file) => file.text).join('\n');

describe('layers', () => {
  it('only the client knows the desktop host', () => {
    expect(files.filter((file) => imports(file.text).some((from) => from.startsWith('@tauri-apps/'))).map((file) => file.name)).toEqual(['api/client.ts']);
  });
  it('a feature imports no other feature', () => {
    const strangers = files.filter((file) => file.name.startsWith('features/')).flatMap((file) => imports(file.text).filter((from) => /^\.\.\/(?!\.\.)/.test(from)).map((from) => `${file.name} → ${from}`));
    expect(strangers).toEqual([]);
  });
  it('components, canvas and state import no feature', () => {
    const wrong = files.filter((file) => /^(components|canvas|state|actions|text)\//.test(file.name) && imports(file.text).some((from) => from.includes('features/')));
    expect(wrong.map((file) => file.name)).toEqual([]);
  });
  it('kernels are pure: they import only kernels', () => {
    const wrong = files.filter((file) => file.name.startsWith('canvas/kernels/') && imports(file.text).some((from) => !/^\.\/\w+$/.test(from)));
    expect(wrong.map((file) => file.name)).toEqual([]);
  });
});

describe('sources', () => {
  it('colours stand only in tokens.css', () => {
    const wrong = files.filter((file) => file.name !== 'styles/tokens.css' && /#[0-9a-f]{6}\b|\brgba?\(|\bhsl/i.test(file.text.replaceAll(/\/\/.*|#fr/g, '')));
    expect(wrong.map((file) => file.name)).toEqual([]);
  });
  it('styles are never written into attributes, which the content policy would refuse', () => {
    expect(files.filter((file) => / style="/.test(file.text)).map((file) => file.name)).toEqual([]);
  });
  it('no file is longer than 400 lines', () => {
    expect(files.filter((file) => file.text.split('\n').length > 400).map((file) => file.name)).toEqual([]);
  });
});

describe('sentences', () => {
  const used = [...source.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((m) => m[1]!);
  const conditional = [...source.matchAll(/\bt\([^()'`]*\?\s*'([\w-]+)'\s*:\s*'([\w-]+)'/g)].flatMap((m) => [m[1]!, m[2]!]);
  const begun = [...source.matchAll(/\bt\(`([\w-]+-)\$\{/g)].map((m) => m[1]!);
  const lists = [...source.matchAll(/\bword\('([\w-]+)'/g)].map((m) => `${m[1]!}-`);
  it('every key that is used exists', () => {
    expect(used.length).toBeGreaterThan(150);
    expect([...used, ...conditional].filter((key) => !keys.includes(key))).toEqual([]);
  });
  it('every family of keys has members', () => {
    expect([...begun, ...lists].filter((start) => !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });
  it('every sentence is used', () => {
    const quoted = (key: string) => source.includes(`'${key}'`) || [...begun, ...lists].some((start) => key.startsWith(start));
    expect(keys.filter((key) => !quoted(key))).toEqual([]);
  });
  it('the file has no fault and no key twice', () => {
    expect(new FluentBundle('en').addResource(new FluentResource(ftl))).toEqual([]);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect([...new FluentResource(ftl).body].map((entry) => entry.id).sort()).toEqual([...keys].sort());
  });
});
