/** A stand-in for the core, for looking at the screens only: it keeps a plan in memory and rates simply. Never in the build. */
import type { AnswerView, FrView, RequirementView, UnitPostureView } from '../src/api/types';
import { FRS } from '../src/components/levels';
import * as data from './data';

type Any = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
const start = new URLSearchParams(location.search).get('open');
let open = start !== null;
let readOnly = start === 'read';
const site: Any = { id: 's', name: 'Heating plant North', company: 'Nordwärme GmbH', location: 'Kiel', suc: 'Three gas boilers with their burner management, feed water and district heating pumps.', boundary: 'Ends at the firewall to the company network and at the supplier access.', assessor: 'A. Lindqvist', target_maturity: 3 };
const people: Any[] = [{ id: 'p1', name: 'Jonas Berg', role: 'Plant manager', company: 'Nordwärme GmbH' }, { id: 'p2', name: 'Mette Sand', role: 'Automation engineer', company: 'Nordwärme GmbH' }];
const answers = new Map<string, AnswerView>();
const done: string[] = [];
const blank = (scope: string): AnswerView => ({ scope, choices: {}, overrule: null, note: '', said_by: '', said_on: '', checked: null, come_back: false, evidence: [] });
const CHOICE = ['a', 'a', 'b', 'c', 'a'];
data.technical.slice(0, 11).forEach((r, i) => answers.set(`site ${r.id}`, { ...blank('site'), choices: { q1: CHOICE[i % 5]! }, note: i === 0 ? 'Seen at both operator stations.' : '', said_by: 'Mette Sand' }));
data.technical.slice(11).forEach((r) => answers.set(`zone:z2 ${r.id}`, { ...blank('zone:z2'), choices: { q1: 'a' } }));
data.programme.slice(0, 4).forEach((r, i) => answers.set(`site ${r.id}`, { ...blank('site'), choices: { q1: `m${i}` } }));

const unitOf = (unit: string) => [...data.zones.map((z) => ({ ...z, unit: `zone:${z.id}` })), ...data.conduits.map((c) => ({ ...c, unit: `conduit:${c.id}` }))].find((u) => u.unit === unit)!;
function rated(r: RequirementView, unit: string): RequirementView {
  const own = answers.get(`${unit} ${r.id}`) ?? null;
  const effective = own ?? answers.get(`site ${r.id}`) ?? null;
  const choice = r.questions[0]!.choices.find((c) => c.id === effective?.choices.q1);
  const target = unit === 'site' ? 4 : (unitOf(unit).target?.levels[r.fr! - 1] ?? 0);
  return { ...r, own, effective, answered_at: effective?.scope ?? null, due: r.from === null || r.from <= target, outcome: effective?.overrule?.outcome ?? choice?.outcome ?? 'open' };
}
function posture(unit: string): UnitPostureView {
  const u = unitOf(unit);
  const all = data.technical.map((r) => rated(r, unit));
  const count = (list: RequirementView[]) => Object.fromEntries(['met', 'partly_met', 'not_met', 'compensated', 'not_applicable', 'open'].map((o) => [o, list.filter((r) => r.due && r.outcome === o).length])) as never;
  const frs: FrView[] = FRS.map((abbreviation, i) => {
    const own = all.filter((r) => r.fr === i + 1);
    const reach = (fine: string[]) => Math.min(4, ...own.filter((r) => !fine.includes(r.outcome)).map((r) => r.from! - 1));
    const target = u.target?.levels[i] ?? null;
    const achieved = reach(['met', 'compensated', 'not_applicable']);
    return { fr: i + 1, abbreviation, title: abbreviation, target, achieved, possible: reach(['met', 'compensated', 'not_applicable', 'open']), gap: target === null ? null : Math.max(0, target - achieved), open_to_possible: own.filter((r) => r.outcome === 'open').length, due: count(own) };
  });
  const gap = u.target ? frs.map((f) => f.gap ?? 0) : null;
  return { unit, name: u.name, kind: unit.startsWith('zone') ? 'zone' : 'conduit', target: u.target?.levels ?? null, achieved: frs.map((f) => f.achieved), possible: frs.map((f) => f.possible), gap, meets_target: gap !== null && gap.every((g) => g === 0), frs, due: count(all) };
}
const units = () => [...data.zones.filter((z) => z.kind !== 'outside').map((z) => `zone:${z.id}`), ...data.conduits.map((c) => `conduit:${c.id}`)].map(posture);
const part = (id: string, title: string, reached: number) => ({ id, title, reached, possible: 3, profile: [1, 2, 1, 1, 0], open: 1, not_applicable: 0 });
const put = (label: string, list: Any[], input: Any) => { done.push(label); return Object.assign(list.find((x) => x.id === input.id) ?? {}, input); };
const step = (id: string, state: string, n: number, of: number, summary: string) => ({ id, state, done: n, of, summary });
const signature = (role: string, state: string) => ({ role, state, signer: 'A. Lindqvist, Lindqvist OT', fingerprint: '3F:9A:11:62:7C:0B:55:AE:90:1D:44:21:EE:08:C3:7A', signed_at: '2026-11-20T10:12:00Z', reason: 'I made this assessment', trust: 'The certificate was made by its owner; compare the fingerprint with them.', sentences: ['The signature covers the whole document.', 'Nothing was changed after signing.'] });
const verification = { verdict: 'valid', message: 'One signature is valid and nothing was changed after it.', signatures: [signature('assessor', 'valid'), signature('reviewer', 'empty'), signature('asset_owner', 'empty')], findings: [], matches_site: true, site_changes_since: 2 };

const commands: Record<string, (i: Any) => unknown> = {
  app_state: () => ({ program_version: '0.1.0', site: open ? { name: site.name, read_only: readOnly, file_name: 'Heating plant North.zwsite' } : null, recents: [{ file: 'r1', name: 'Heating plant North', opened_at: '2026-11-20T09:12:00Z' }, { file: 'r2', name: 'Water works South – second assessment with new burner', opened_at: '2026-10-02T15:40:00Z' }], sample_available: true }),
  pick_file: (i) => ({ file: `f-${i.purpose}`, name: i.suggested ?? 'Anlagenliste_2026.xlsx' }),
  open_sample: () => { open = true; readOnly = false; return site; }, new_site: () => { open = true; readOnly = false; return site; },
  open_site: (i) => { if (i.file === 'r2' && !i.read_only) throw { code: 'site.locked', kind: 'refused', message: 'Mette Sand has had this site open since 09:12. Nothing in the file was changed.', help: 'Ask her to close it, or open it for reading.' }; open = true; readOnly = Boolean(i.read_only); return site; },
  close_site: () => { open = false; return null; }, copy_site: () => ({ name: 'Copy.zwsite' }),
  site_get: () => ({ ...site }), update_site: (i) => { done.push('Change the site'); return Object.assign(site, i); },
  steps_list: () => ({ steps: [step('site', 'done', 6, 6, 'Scope is written'), step('assets', 'started', 581, 640, '581 of 640 assets in a zone'), step('plan', 'done', 8, 8, '8 zones, 6 conduits'), step('targets', 'started', 10, 13, '10 of 13 have a target'), step('technical', 'started', 96, 160, '96 of 160 answered'), step('programme', 'started', 4, 6, '4 of 6 answered'), step('gap', 'started', 1, 13, '1 of 13 meets its target'), step('report', 'empty', 0, 3, 'No report yet')], next: { step: 'assets', message: '59 assets stand in no zone. Place them so that every asset is assessed.' } }),
  people_list: () => [...people], create_person: (i) => { const p = { id: `p${people.length + 1}`, role: '', company: '', ...i }; people.push(p); return p; }, update_person: (i) => put('Change a person', people, i), delete_person: (i) => { people.splice(people.findIndex((p) => p.id === i.id), 1); return null; },
  assets_list: (i) => { const found = data.assets.filter((a) => (!i.search || JSON.stringify(a).toLowerCase().includes(i.search.toLowerCase())) && (!i.zone || (i.zone === 'none' ? a.zone === null : a.zone === i.zone))); return { total: found.length, rows: found.slice(i.offset ?? 0, (i.offset ?? 0) + (i.limit ?? 100)) }; },
  asset_get: (i) => ({ ...data.assets.find((a) => a.id === i.id) }), update_asset: (i) => put('Change an asset', data.assets, i), create_asset: (i) => { const a = { id: `a${data.assets.length}`, zone: null, fields: {}, extra: {}, origin: null, asset_type: 'other', ...i } as never; data.assets.unshift(a); return a; },
  delete_assets: (i) => { data.assets.splice(0, data.assets.length, ...data.assets.filter((a) => !i.ids.includes(a.id))); return null; }, place_assets: (i) => { data.assets.forEach((a) => { if (i.ids.includes(a.id)) a.zone = i.zone; }); done.push('Place assets'); return null; },
  import_preview: (i) => ({ file_name: 'Anlagenliste_2026.xlsx', format: 'xlsx', sheets: [{ name: 'Assets', visible: true, looks_like_assets: true }, { name: 'Legend', visible: true, looks_like_assets: false }], sheet: i.sheet ?? 'Assets', header_row: i.header_row ?? 3, row_count: 214, columns: ['Gerätename', 'Typ', 'IP-Adresse', 'Kostenstelle'].map((header, c) => ({ column: c, letter: 'ABCD'[c], header, field: i.columns ? i.columns[c].field : ['name', 'asset_type', 'ip', null][c], confidence: ['sure', 'likely', 'sure', 'none'][c], reason: 'By its name', samples: [['PLC-1', 'HMI-2', 'SW-3'], ['SPS', 'Panel', 'Switch'], ['10.0.0.1', '10.0.0.2', ''], ['4711', '4711', '4712']][c] })), first_rows: [], plan: { create: 211, skipped: [{ row: 8, reason: 'The row is empty.' }], problems: [{ severity: 'warning', cell: 'Assets!C17', message: 'The address 10.0.0.999 cannot exist.', hint: 'Correct it after the import; the text is kept.' }], new_zones: ['Hall 3'], looks_like_assets: true } }),
  import_assets: () => ({ created: 211, skipped: 1, problems: 1, zones_created: 1 }),
  plan_get: () => ({ zones: data.zones.map((z) => ({ ...z, asset_count: data.assets.filter((a) => a.zone === z.id).length })), conduits: data.conduits.map((c) => ({ ...c })), unplaced_assets: data.assets.filter((a) => a.zone === null).length }),
  create_zone: (i) => { const z = { kind: 'control', parent: null, purdue: null, purpose: '', boundary: '', accountable: '', target: null, asset_count: 0, id: `z${Date.now()}`, ...i } as never; data.zones.push(z); done.push(`Create zone ${i.name}`); return z; },
  update_zone: (i) => put('Change a zone', data.zones, i), move_zone: (i) => { const z = data.zones.find((x) => x.id === i.id)!; const [dx, dy] = [i.rect.x - z.rect.x, i.rect.y - z.rect.y]; const shift = (id: string) => data.zones.filter((x) => x.parent === id).forEach((x) => { x.rect = { ...x.rect, x: x.rect.x + dx, y: x.rect.y + dy }; shift(x.id); }); shift(z.id); return put(`Move ${z.name}`, data.zones, i); },
  delete_zone: (i) => { data.zones.splice(data.zones.findIndex((z) => z.id === i.id), 1); return null; }, create_conduit: (i) => { const c = { id: `c${Date.now()}`, purpose: '', protections: [], target: null, ...i } as never; data.conduits.push(c); done.push('Create a conduit'); return c; },
  update_conduit: (i) => put('Change a conduit', data.conduits, i), delete_conduit: (i) => { data.conduits.splice(data.conduits.findIndex((c) => c.id === i.id), 1); return null; },
  set_target: (i) => { const [kind, id] = i.unit.split(':'); const u = (kind === 'zone' ? data.zones : data.conduits).find((x: Any) => x.id === id)!; u.target = i.levels && { levels: i.levels, source: 'manual', reason: i.reason ?? '' }; done.push(`Set target of ${u.name}`); return posture(i.unit); },
  questions_list: (i) => i.unit === 'site' ? { pack: { id: '62443-2-1', standard: 'IEC 62443-2-1:2024', title: '', sha256: '' }, groups: [{ id: 'ORG 1', title: 'ORG 1 Organization' }, { id: 'CM 1', title: 'CM 1 Inventory' }], requirements: data.programme.map((r) => rated(r, 'site')) } : { pack: { id: '62443-3-3', standard: 'IEC 62443-3-3', title: '', sha256: '' }, groups: FRS.map((f, n) => ({ id: `fr${n + 1}`, title: `FR ${n + 1} ${f}` })), requirements: data.technical.map((r) => rated(r, i.unit)) },
  answer_question: (i) => { const key = `${i.scope} ${i.requirement}`; const was = answers.get(key) ?? blank(i.scope); const { pack: _p, requirement: _r, question, choice, ...rest } = i; answers.set(key, { ...was, ...rest, choices: question ? { ...was.choices, [question]: choice } : was.choices }); done.push(`Answer ${i.requirement}`); return { unit_posture: null }; },
  clear_answer: (i) => { answers.delete(`${i.scope} ${i.requirement}`); return {}; },
  posture_site: () => ({ units: units(), worst: 'zone:z5', programme: { pack: '62443-2-1', sections: [part('SPE 1', 'SPE 1 Organizational security measures', 0), part('SPE 2', 'SPE 2 Configuration management', 2)], groups: [part('SPE 1/ORG 1', 'ORG 1 Security related organization and policies', 0), part('SPE 2/CM 1', 'CM 1 Inventory management', 2)], answered: 4, total: 6 }, progress: { due_answered: 96, due_total: 160, programme_answered: 4, programme_total: 6 } }),
  posture_unit: (i) => posture(i.unit), undo: () => ({ label: done.pop() ?? '' }), redo: () => ({ label: '' }),
  history_list: () => done.map((label, n) => ({ sequence: n, kind: '', label, who: 'A. Lindqvist', at: '2026-11-20T09:12:00Z', target: null, hash: 'a1b2c3d4e5f60718' })), check_site: () => ({ ok: true, findings: [], operations: done.length, head: 'ab' }),
  make_report: (i) => ({ file: i.file, name: 'Heating plant North – IEC 62443 assessment.pdf', size: 1843200, sha256: '' }), identity_list: () => [{ name: 'A. Lindqvist', fingerprint: '3F:9A:11:62:7C:0B:55:AE:90:1D', valid_until: '2029-11-20', self_made: true }], make_identity: () => null, sign_report: () => ({ verification }), verify_report: () => verification,
};
const ALL = ['site', 'people', 'zones', 'conduits', 'assets', 'answers', 'history', 'recents', 'identities'];
const READS = /_get$|_list$|_state$|^pick|^posture|preview|^check|^verify|^make_report/;
Object.assign(window, { __TAURI_INTERNALS__: { invoke: async (_rpc: string, { command, input }: Any) => {
  const output = structuredClone(commands[command]!(input));
  return { output, changes: READS.test(command) ? [] : ALL, history: open ? { undo: done.at(-1) ?? null, redo: null, head: 'ab', operations: done.length } : null };
} } });
