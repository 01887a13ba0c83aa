/** A stand-in for the core, for looking at the screens only: it keeps a plan in memory. Never in the build. */
import type { Command, Input, Output } from '../src/api/client';
import {
  CHANGE_WORDS, type ColumnView, type ConduitView, type HistoryHead, type ImportPreview, type PackView, type PersonView,
  type Problem, type QuestionsView, type Reply, type SignatureView, type SiteView, type StepView, type VerificationView, type ZoneView,
} from '../src/api/generated/wire';
import { FRS } from '../src/components/levels';
import * as data from './data';
import * as rate from './rate';
import * as standards from './standards';

const start = new URLSearchParams(location.search).get('open');
let open = start !== null;
let readOnly = start === 'read';
const done: string[] = [];
let made = 0;
const newId = (letter: string) => `${letter}-${(made += 1)}`;

const site: SiteView = {
  id: 's', name: 'Heating plant North', company: 'Nordwärme GmbH', location: 'Kiel',
  suc: 'Three gas boilers with their burner management, feed water and district heating pumps.',
  boundary: 'Ends at the firewall to the company network and at the supplier access.', assessor: 'A. Lindqvist', target_maturity: 3,
};
const people: PersonView[] = [
  { id: 'p1', name: 'Jonas Berg', role: 'Plant manager', company: 'Nordwärme GmbH' },
  { id: 'p2', name: 'Mette Sand', role: 'Automation engineer', company: 'Nordwärme GmbH' },
];

/** Changes the one with this id; absent properties stay. */
function change<T extends { id: string }>(label: string, list: T[], input: { id: string } & Partial<T>): T {
  const found = list.find((other) => other.id === input.id);
  if (!found) throw new Error(`no ${input.id}`);
  done.push(label);
  return Object.assign(found, Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)));
}
function add<T>(label: string, list: T[], thing: T): T {
  done.push(label);
  list.push(thing);
  return thing;
}
function remove(label: string, list: { id: string }[], ids: string[]): number {
  const gone = list.filter((thing) => ids.includes(thing.id));
  for (const thing of gone) list.splice(list.indexOf(thing), 1);
  done.push(label);
  return gone.length;
}
function enter(read: boolean): SiteView {
  open = true;
  readOnly = read;
  return site;
}
const LOCKED: Problem = {
  code: 'site.locked', kind: 'refused', message: 'Mette Sand has had this site open since 09:12. Nothing in the file was changed.',
  help: 'Ask her to close it, or open it for reading.', args: {},
};

const step = (id: StepView['id'], state: StepView['state'], n: number, of: number, summary: string): StepView => ({ id, state, done: n, of, summary });
const STEPS: StepView[] = [
  step('site', 'done', 6, 6, 'Scope is written'), step('assets', 'started', 581, 640, '581 of 640 assets in a zone'),
  step('plan', 'done', 8, 8, '8 zones, 6 conduits'), step('targets', 'started', 10, 13, '10 of 13 have a target'),
  step('technical', 'started', 96, 160, '96 of 160 answered'), step('programme', 'started', 4, 6, '4 of 6 answered'),
  step('gap', 'started', 1, 13, '1 of 13 meets its target'), step('report', 'empty', 0, 3, 'No report yet'),
];

const signature = (role: NonNullable<SignatureView['role']>, state: SignatureView['state']): SignatureView => ({
  role, field: role, state, signer: 'A. Lindqvist, Lindqvist OT', fingerprint: '3F:9A:11:62:7C:0B:55:AE:90:1D:44:21:EE:08:C3:7A',
  signed_at: state === 'empty' ? null : '2026-11-20T10:12:00Z', reason: 'I made this assessment', trust: 'self_made',
  sentences: ['The signature covers the whole document.', 'Nothing was changed after signing.', 'The certificate was made by its owner; compare the fingerprint with them.'],
});
const verification: VerificationView = {
  verdict: 'valid', message: 'One signature is valid and nothing was changed after it.',
  signatures: [signature('assessor', 'valid'), signature('reviewer', 'empty'), signature('asset_owner', 'empty')], findings: [],
  matches_site: true, site_changes_since: 2,
};
const identity = { name: 'A. Lindqvist', fingerprint: '3F:9A:11:62:7C:0B:55:AE:90:1D', valid_until: '2029-11-20', self_made: true };

const COLUMNS: ColumnView[] = [
  { column: 0, letter: 'A', header: 'Gerätename', field: 'name', confidence: 'sure', reason: 'By its name', samples: ['PLC-1', 'HMI-2', 'SW-3'] },
  { column: 1, letter: 'B', header: 'Typ', field: 'asset_type', confidence: 'likely', reason: 'By its name', samples: ['SPS', 'Panel', 'Switch'] },
  { column: 2, letter: 'C', header: 'IP-Adresse', field: 'ip', confidence: 'sure', reason: 'By its name', samples: ['10.0.0.1', '10.0.0.2', ''] },
  { column: 3, letter: 'D', header: 'Kostenstelle', field: null, confidence: 'none', reason: 'No known name', samples: ['4711', '4711', '4712'] },
];
const preview = (input: Input<'import_preview'>): ImportPreview => ({
  file_name: 'Anlagenliste_2026.xlsx', format: 'xlsx',
  sheets: [{ name: 'Assets', visible: true, looks_like_assets: true }, { name: 'Legend', visible: true, looks_like_assets: false }],
  sheet: input.sheet ?? 'Assets', header_row: input.header_row ?? 3, row_count: 214,
  columns: COLUMNS.map((column) => ({ ...column, ...input.columns?.find((choice) => choice.column === column.column) })), first_rows: [],
  plan: {
    create: 211, skipped: [{ row: 8, reason: 'The row is empty.' }],
    problems: [{ severity: 'warning', cell: 'Assets!C17', message: 'The address 10.0.0.999 cannot exist.', hint: 'Correct it after the import; the text is kept.' }],
    new_zones: ['Hall 3'], looks_like_assets: true,
  },
});

const pack = (id: string, standard: string, scale: PackView['scale'], n: number): PackView => ({
  id, standard, title: '', version: '1', sha256: '', scale, requirements: n, questions: n,
});
const TECHNICAL = pack('62443-3-3', 'IEC 62443-3-3', 'technical', data.technical.length);
const PROGRAMME = pack('62443-2-1', 'IEC 62443-2-1:2024', 'programme', data.programme.length);
const questions = (unit: string): QuestionsView => unit === 'site'
  ? { pack: PROGRAMME, groups: rate.elements.map(({ id, title, section }) => ({ id, title, section, section_title: rate.sections.find((s) => s.id === section)?.title ?? '' })), requirements: data.programme.map((r) => rate.rated(r, 'site')) }
  : { pack: TECHNICAL, groups: FRS.map((fr, n) => ({ id: `fr${n + 1}`, title: `FR ${n + 1} ${fr}`, section: '', section_title: '' })), requirements: data.technical.map((r) => rate.rated(r, unit)) };
const answered = (scope: string, requirement: string): Output<'answer_question'> => {
  const technical = scope !== 'site' && !scope.startsWith('inside:');
  const found = [...data.technical, ...data.programme].find((r) => r.id === requirement)!;
  return { outcome: rate.rated(found, technical ? scope : 'site').outcome, unit_posture: technical ? rate.posture(scope) : null };
};

/** What was dropped or pasted, by id of the evidence. */
const pictures = new Map<string, string>();

/** Moves a zone with everything inside it. */
function move(input: Input<'move_zone'>): ZoneView {
  const zone = data.zones.find((other) => other.id === input.id)!;
  const [dx, dy] = [input.rect.x - zone.rect.x, input.rect.y - zone.rect.y];
  const shift = (id: string) => data.zones.filter((other) => other.parent === id).forEach((inner) => {
    inner.rect = { ...inner.rect, x: inner.rect.x + dx, y: inner.rect.y + dy };
    shift(inner.id);
  });
  shift(zone.id);
  return change(`Move ${zone.name}`, data.zones, input);
}
function assets(input: Input<'assets_list'>): Output<'assets_list'> {
  const words = (input.search ?? '').toLowerCase();
  const found = data.assets.filter((asset) => JSON.stringify(asset).toLowerCase().includes(words)
    && (!input.zone || (input.zone === 'none' ? asset.zone === null : asset.zone === input.zone)));
  const first = input.offset ?? 0;
  return { total: found.length, rows: found.slice(first, first + (input.limit ?? 100)) };
}

const WALKDOWN: Output<'walkdown_preview'> = {
  file_name: 'Walk-down Plant DMZ.xlsx', sha256: '00', unit: 'zone:z2', unit_name: 'Plant DMZ', day: '2026-11-20', unchanged: 9,
  answers: [
    { requirement: 'SR 1.1', title: 'Human user identification and authentication', before: '', after: 'Yes, at every station' },
    { requirement: 'SR 5.2', title: 'Zone boundary protection', before: 'No, shared or no sign-in', after: 'At some stations, or only for changes' },
  ],
  problems: [{ severity: 'error', cell: 'Questions!F7', message: '“perhaps” is none of the possible answers, so it was left out.', hint: 'Write a number from 1 to 5, or the answer in its words.' }],
};

type Core = { [C in Command]: (input: Input<C>) => Output<C> };
const core: Core = {
  app_state: () => ({
    program_version: '0.1.0', site: open ? { name: site.name, read_only: readOnly, file_name: 'Heating plant North.zwsite' } : null,
    recents: [{ file: 'r1', name: 'Heating plant North', opened_at: '2026-11-20T09:12:00Z' }, { file: 'r2', name: 'Water works South – second assessment with new burner', opened_at: '2026-10-02T15:40:00Z' }],
    sample_available: true,
  }),
  pick_file: ({ purpose, suggested }) => ({ file: `f-${purpose}`, name: suggested ?? 'Anlagenliste_2026.xlsx' }),
  new_site: () => enter(false),
  open_sample: () => enter(false),
  open_site: ({ file, read_only }) => {
    if (file === 'r2' && !read_only) throw LOCKED;
    return enter(read_only ?? false);
  },
  close_site: () => { open = false; return {}; },
  copy_site: ({ file }) => ({ file, name: 'Copy.zwsite' }),
  site_get: () => site,
  update_site: (input) => change('Change the site', [site], { id: site.id, ...input }),
  steps_list: () => ({ steps: STEPS, next: { step: 'assets', message: '59 assets stand in no zone. Place them so that every asset is assessed.' } }),
  people_list: () => people,
  create_person: (input) => add('Add a person', people, { role: '', company: '', ...input, id: newId('p') }),
  update_person: (input) => change('Change a person', people, input),
  delete_person: ({ id }) => { remove('Remove a person', people, [id]); return {}; },
  assets_list: assets,
  asset_get: ({ id }) => data.assets.find((asset) => asset.id === id)!,
  create_asset: (input) => add('Add an asset', data.assets, { asset_type: 'other', zone: null, fields: {}, extra: {}, origin: null, ...input, id: newId('a') }),
  update_asset: ({ fields, ...input }) => {
    const before = data.assets.find((asset) => asset.id === input.id)?.fields;
    return change('Change an asset', data.assets, { ...input, fields: { ...before, ...fields } });
  },
  delete_assets: ({ ids }) => ({ count: remove('Delete assets', data.assets, ids) }),
  place_assets: ({ ids, zone }) => ({ count: ids.map((id) => change('Place assets', data.assets, { id, zone })).length }),
  import_preview: preview,
  import_assets: () => ({ created: 211, skipped: 1, problems: 1, zones_created: 1, reader_peak_kib: null }),
  plan_get: () => ({
    zones: data.zones.map((zone) => ({ ...zone, asset_count: data.assets.filter((asset) => asset.zone === zone.id).length })),
    conduits: data.conduits, unplaced_assets: data.assets.filter((asset) => asset.zone === null).length,
  }),
  create_zone: (input) => add(`Create zone ${input.name}`, data.zones, {
    kind: 'control', parent: null, purdue: null, purpose: '', boundary: '', accountable: '', target: null, facts: {}, asset_count: 0,
    rect: { x: 0, y: 840, width: 280, height: 180 }, ...input, id: newId('z'),
  } satisfies ZoneView),
  update_zone: (input) => change('Change a zone', data.zones, input),
  move_zone: move,
  delete_zone: ({ id }) => { remove('Delete a zone', data.zones, [id]); return {}; },
  create_conduit: (input) => add('Create a conduit', data.conduits, { name: 'Conduit', purpose: '', protections: [], facts: {}, target: null, ...input, id: newId('c') } satisfies ConduitView),
  update_conduit: (input) => change('Change a conduit', data.conduits, input),
  delete_conduit: ({ id }) => { remove('Delete a conduit', data.conduits, [id]); return {}; },
  set_target: ({ unit, levels, reason }) => {
    const found = rate.unitOf(unit);
    found.target = levels && { levels, source: 'manual', reason: reason ?? '' };
    done.push(`Set target of ${found.name}`);
    return rate.posture(unit);
  },
  set_fact: ({ unit, fact, present }) => {
    const found = rate.unitOf(unit);
    const { [fact]: _said, ...others } = found.facts;
    found.facts = present === null ? others : { ...others, [fact]: present };
    done.push(`Set fact of ${found.name}`);
    return rate.posture(unit);
  },
  catalog_list: () => [TECHNICAL, PROGRAMME],
  catalog_pack: ({ id }) => id === PROGRAMME.id ? { ...questions('site'), requirements: data.programme } : { ...questions('zone:z1'), requirements: data.technical },
  check_pack: () => ({ ok: true, problems: [], pack: TECHNICAL }),
  framework_list: () => standards.frameworks,
  framework_coverage: ({ framework }) => standards.coverage(framework),
  questions_list: ({ unit }) => questions(unit),
  answer_question: ({ pack: _pack, requirement, scope, question, choice, ...noted }) => {
    const before = rate.answerAt(scope, requirement);
    const { [question ?? '']: _old, ...others } = before.choices;
    const choices = choice === undefined ? before.choices : { ...others, ...(question && choice ? { [question]: choice } : {}) };
    rate.putAnswer(requirement, { ...before, ...noted, choices });
    done.push(`Answer ${requirement}`);
    return answered(scope, requirement);
  },
  clear_answer: ({ requirement, scope }) => {
    rate.clearAnswer(scope, requirement);
    done.push(`Clear answer ${requirement}`);
    return answered(scope, requirement);
  },
  add_evidence: ({ requirement, scope }) => {
    const answer = rate.answerAt(scope, requirement);
    rate.putAnswer(requirement, answer);
    return add('Add evidence', answer.evidence, { id: newId('e'), file_name: 'Accounts.pdf', size: 48_200, sha256: '00', added_at: '2026-11-20T09:12:00Z' });
  },
  add_evidence_bytes: ({ requirement, scope, file_name, base64 }) => {
    const answer = rate.answerAt(scope, requirement);
    rate.putAnswer(requirement, answer);
    const file = add('Add evidence', answer.evidence, { id: newId('e'), file_name, size: Math.floor(base64.length * 0.75), sha256: '00', added_at: '2026-11-20T09:12:00Z' });
    pictures.set(file.id, base64);
    return file;
  },
  evidence_preview: ({ id }) => {
    const base64 = pictures.get(id) ?? '';
    return base64.startsWith('iVBOR') ? { kind: 'png', picture: `data:image/png;base64,${base64}` } : { kind: 'other', picture: null };
  },
  remove_evidence: ({ id }) => { for (const answer of rate.allAnswers()) remove('Remove evidence', answer.evidence, [id]); return {}; },
  export_walkdown: ({ file }) => ({ file, name: 'Walk-down.xlsx', questions: 16 }),
  walkdown_preview: () => WALKDOWN,
  import_walkdown: () => { done.push('Read 2 answers'); return WALKDOWN; },
  posture_site: () => ({
    units: rate.units(), worst: 'zone:z5', programme: { pack: PROGRAMME.id, sections: rate.sections, groups: rate.elements, answered: 4, total: 6 },
    progress: { due_answered: 96, due_total: 160, programme_answered: 4, programme_total: 6 },
  }),
  posture_unit: ({ unit }) => rate.posture(unit),
  undo: () => ({ label: done.pop() ?? '' }),
  redo: () => ({ label: '' }),
  history_list: () => done.map((label, n) => ({ sequence: n, kind: '', label, who: 'A. Lindqvist', at: '2026-11-20T09:12:00Z', target: null, hash: 'a1b2c3d4e5f60718' })),
  check_site: () => ({ ok: true, findings: [], operations: done.length, head: 'ab' }),
  make_report: ({ file }) => ({ file, name: 'Heating plant North – IEC 62443 assessment.pdf', size: 1843200, sha256: '' }),
  identity_list: () => [identity],
  make_identity: () => identity,
  export_certificate: ({ file }) => ({ file, name: 'A. Lindqvist.pem' }),
  sign_report: () => verification,
  verify_report: () => verification,
};

const READS = /_get$|_list$|_state$|^pick|^posture|preview|^export|^check|^verify|^make_report|^catalog|^framework/;
const history = (): HistoryHead => ({ undo: done.at(-1) ?? null, redo: null, head: 'ab', operations: done.length });

/** Stands where the desktop host would: one command in, its reply out. */
async function invoke<C extends Command>(_rpc: string, { command, input }: { command: C; input: Input<C> }): Promise<Reply<Output<C>>> {
  const output = structuredClone(core[command](input));
  return { output, changes: READS.test(command) ? [] : [...CHANGE_WORDS], history: open ? history() : null };
}
Object.assign(window, { __TAURI_INTERNALS__: { invoke } });
