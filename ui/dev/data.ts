/** A believable small plant for looking at the screens without the core. */
import type { AssetType, AssetView, ConduitView, RequirementView, ZoneView } from '../src/api/generated/wire';

const zone = (id: string, name: string, kind: ZoneView['kind'], parent: string | null, x: number, y: number, width: number, height: number, level: number | null, purdue: ZoneView['purdue']): ZoneView => ({
  id, name, kind, parent, purdue, purpose: '', boundary: '', accountable: '', asset_count: 0, facts: {}, rect: { x, y, width, height },
  target: level === null ? null : { levels: [level, level, level, Math.max(1, level - 1), level, level, level], source: 'manual', reason: 'Loss of control of the boiler house' },
});

export const zones: ZoneView[] = [
  zone('z1', 'Company network', 'enterprise', null, 0, 0, 320, 120, 1, '4'),
  zone('z8', 'Internet and suppliers', 'outside', null, 480, 0, 240, 120, null, null),
  zone('z2', 'Plant DMZ', 'dmz', null, 160, 200, 320, 128, 2, '3.5'),
  zone('z3', 'Boiler house control system', 'control', null, 0, 416, 760, 400, 2, '2'),
  zone('z4', 'Operations and engineering', 'control', 'z3', 24, 520, 336, 160, 2, '2'),
  zone('z5', 'Burner management (SIS)', 'safety', 'z3', 440, 520, 296, 120, 3, '1'),
  zone('z6', 'Field controllers', 'control', 'z3', 24, 704, 712, 96, 2, '1'),
  zone('z7', 'Wireless sensors on the tank farm', 'wireless', null, 840, 520, 240, 120, null, '0'),
];
export const conduits: ConduitView[] = [
  { id: 'c1', name: 'Company – DMZ', purpose: 'Reports', ends: ['z1', 'z2'], protections: ['firewall'], facts: {}, target: { levels: [2, 2, 2, 1, 2, 2, 2], source: 'manual', reason: '' } },
  { id: 'c2', name: 'Remote maintenance', purpose: 'Supplier access', ends: ['z8', 'z2'], protections: ['vpn', 'jump_host'], facts: {}, target: { levels: [3, 3, 2, 2, 3, 2, 2], source: 'manual', reason: '' } },
  { id: 'c3', name: 'Historian mirror', purpose: 'Process values', ends: ['z2', 'z4'], protections: ['firewall'], facts: {}, target: { levels: [2, 2, 2, 1, 2, 2, 2], source: 'manual', reason: '' } },
  { id: 'c4', name: 'Trip status', purpose: 'Read only', ends: ['z4', 'z5'], protections: ['diode'], facts: {}, target: null },
  { id: 'c5', name: 'Control network', purpose: '', ends: ['z4', 'z6'], protections: [], facts: {}, target: { levels: [2, 2, 2, 1, 2, 2, 2], source: 'manual', reason: '' } },
  { id: 'c6', name: 'Gateway of the wireless sensors', purpose: '', ends: ['z7', 'z6'], protections: [], facts: {}, target: null },
];
const KINDS: AssetType[] = ['plc', 'hmi', 'switch', 'engineering_workstation', 'historian', 'field_device', 'drive', 'firewall'];
const MAKERS = ['Siemens', 'ABB', 'Moxa', 'Dell', 'Honeywell', 'Endress+Hauser'];
export const assets: AssetView[] = Array.from({ length: 640 }, (_, i) => {
  const kind = KINDS[i % KINDS.length]!;
  return {
    id: `a${i}`, name: `${kind.slice(0, 3).toUpperCase()}-${String(1000 + i)}${i % 37 === 0 ? ' feed water pump station with a rather long name' : ''}`,
    asset_type: kind, zone: i % 11 === 0 ? null : ['z4', 'z5', 'z6', 'z6', 'z2', 'z1'][i % 6]!,
    fields: { ip: `10.20.${i >> 8}.${i & 255}`, manufacturer: MAKERS[i % 6]!, model: `M${i % 9}00`, firmware: `V${1 + (i % 4)}.${i % 7}`, location: `Hall ${1 + (i % 3)}`, criticality: ['high', 'medium', 'low'][i % 3]! },
    extra: (i % 5 === 0 ? { 'Cost centre': '4711' } : {}) as Record<string, string>, origin: { file_name: 'Anlagenliste_2026.xlsx', sheet: 'Assets', row: i + 4, file_sha256: '00' },
  };
});

const SRS: [string, number, string, number][] = [
  ['SR 1.1', 1, 'Human user identification and authentication', 1], ['SR 1.1 RE 1', 1, 'Unique identification and authentication', 2], ['SR 1.3', 1, 'Account management', 1],
  ['SR 1.5', 1, 'Authenticator management', 1], ['SR 2.1', 2, 'Authorization enforcement', 1], ['SR 2.3', 2, 'Use control for portable and mobile devices', 1],
  ['SR 2.8', 2, 'Auditable events', 1], ['SR 3.2', 3, 'Malicious code protection', 1], ['SR 3.4', 3, 'Software and information integrity', 1], ['SR 4.1', 4, 'Information confidentiality', 1],
  ['SR 5.1', 5, 'Network segmentation', 1], ['SR 5.2', 5, 'Zone boundary protection', 1], ['SR 6.1', 6, 'Audit log accessibility', 1], ['SR 6.2', 6, 'Continuous monitoring', 2],
  ['SR 7.3', 7, 'Control system backup', 1], ['SR 7.4', 7, 'Control system recovery and reconstitution', 1],
];
/** With `?many` 3,000 requirements are due, as when every question of a large plant is open. */
const MANY = new URLSearchParams(location.search).has('many');
const asked: typeof SRS = MANY ? Array.from({ length: 3440 }, (_, i) => { const [id, fr, title, from] = SRS[i % SRS.length]!; return [`${id} · ${i + 1}`, fr, title, from]; }) : SRS;
export const technical: RequirementView[] = asked.map(([id, fr, title, from]) => ({
  pack: '62443-3-3', id, title, group: `fr${fr}`, from, fr, due: true, outcome: 'open', answered_at: null, own: null, effective: null,
  intent: 'Only people who are known may act on the control system, and it is known who did what.',
  check: '', wrong: 'A new operator was given the password of the day shift, and after a wrong recipe nobody could say who had loaded it.',
  measures: ['Named accounts from the plant directory', 'Badge readers at shared stations'], compensating: ['A locked room with a shift book'], topics: [], needs: fr < 3 ? 'human_users' : null, not_needed: null,
  questions: [{
    id: 'q1', text: `Does everybody who works at these stations sign in with an account of their own before anything can be changed? (${title})`,
    why: 'A shared account hides who changed a set point, and the person who left last year still knows the password.',
    good: 'Named accounts at every station; where a shared operator sign-in must stay, the room and a shift book tell who was there.',
    look: 'Operator stations, engineering stations, local panels, web pages of switches and drives.', evidence: 'List of accounts per station; picture of the sign-in page; shift book.', ask: ['operator', 'automation'], at: ['control_room', 'cabinet'],
    steps: [{ method: 'interview', text: 'Ask two operators how they sign in at the start of a shift.' }, { method: 'test', text: 'Open the station after a restart and see whether it runs without a name.' }],
    choices: [{ id: 'a', text: 'Yes, at every station', outcome: 'met' }, { id: 'b', text: 'At some stations, or only for changes', outcome: 'partly_met' }, { id: 'c', text: 'No, shared or no sign-in', outcome: 'not_met' }],
  }],
}));
const ORG = ['Security roles and responsibilities', 'Security awareness training', 'Asset inventory baseline', 'Change control', 'Network segmentation from safety systems', 'Backup and restore'];
export const programme: RequirementView[] = ORG.map((title, i) => ({
  ...technical[0]!, pack: '62443-2-1', id: `ORG 1.${i + 3}`, title, group: i < 2 ? 'ORG 1' : 'CM 1', from: null, fr: null, due: true,
  questions: [{ ...technical[0]!.questions[0]!, text: `${title}: how is this done in the plant today?`, choices: ([0, 1, 2, 3, 4] as const).map((ml) => ({ id: `m${ml}`, text: ['Nobody does it', 'Done when somebody thinks of it', 'Written down and somebody is responsible', 'Done as written, with proof from the last year', 'Measured and improved'][ml]!, outcome: `ml${ml}` as const })) }],
}));
