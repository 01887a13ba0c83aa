/** A framework beside the small plant, for looking at the screen without the core. */
import type { CoverageView, FrameworkView, LinkView, StandingView } from '../src/api/generated/wire';

export const frameworks: FrameworkView[] = [
  { id: 'iso', standard: 'ISO/IEC 27001:2022', title: 'Information security management', note: 'Identifiers and short titles only; the standard itself must be bought.', controls: 5 },
  { id: 'csf', standard: 'NIST CSF 2.0', title: 'Cybersecurity Framework', note: 'The short titles are our own words.', controls: 0 },
];
const link = (requirement: string, control: string, strength: LinkView['strength'], reason: string): LinkView => ({ pack: requirement.startsWith('SR') ? 't' : 'p', requirement, control, strength, reason });
const none = { met: 0, partly_met: 0, not_met: 0, compensated: 0, not_applicable: 0, open: 0 };
const standings: StandingView[] = [
  { pack: 't', id: 'SR 1.1', title: 'Human user identification and authentication', outcome: 'not_met', counts: { ...none, met: 3, not_met: 1, open: 2 }, units: [{ unit: 'zone:z5', name: 'Burner management (SIS)', outcome: 'not_met' }] },
  { pack: 't', id: 'SR 7.3', title: 'Control system backup', outcome: null, counts: none, units: [] },
  { pack: 't', id: 'SR 3.6', title: 'Deterministic output', outcome: null, counts: none, units: [] },
  { pack: 'p', id: 'AVAIL 2.1', title: 'Backup and restore', outcome: 'ml2', counts: none, units: [] },
  { pack: 'p', id: 'AVAIL 1.3', title: 'Fail safe', outcome: 'open', counts: none, units: [] },
];
const control = (id: string, title: string, over: Partial<CoverageView['controls'][number]>): CoverageView['controls'][number] => ({ id, group: id.slice(0, 3), title, state: 'none', asked: 0, answered: 0, weakest: null, lowest: null, links: [], ...over });

export const coverage = (id: string): CoverageView => id === 'csf'
  ? { framework: frameworks[1]!, mappings: [], groups: [], controls: [], standings: [], only_here: [] }
  : {
    framework: frameworks[0]!, standings,
    mappings: [{ pack: 't', standard: 'IEC 62443-3-3:2013', note: 'Our own judgement, pair by pair.', links: 203 }],
    groups: [{ id: 'A.5', title: 'Organisational controls', section: 'Annex A' }, { id: 'A.7', title: 'Physical controls', section: 'Annex A' }, { id: 'A.8', title: 'Technological controls', section: 'Annex A' }],
    controls: [
      control('A.5.16', 'Identity management', { state: 'related', links: [link('SR 1.1', 'A.5.16', 'related', 'ISO manages the identity; the SR demands that screens and panels ask for it.')] }),
      control('A.7.7', 'Clear desk and clear screen', {}),
      control('A.8.5', 'Secure authentication', { state: 'started', asked: 1, answered: 0, weakest: 'not_met', links: [link('SR 1.1', 'A.8.5', 'part', 'Login before anything is done is the heart of both.')] }),
      control('A.8.13', 'Information backup', { state: 'answered', asked: 1, answered: 1, lowest: 'ml2', links: [link('AVAIL 2.1', 'A.8.13', 'same', 'Both want backups that are made, kept and tried.'), link('SR 7.3', 'A.8.13', 'part', 'The control system must be able to be saved at all.')] }),
      control('A.8.14', 'Redundancy of information processing facilities', { state: 'open', asked: 1, answered: 0, links: [link('AVAIL 1.3', 'A.8.14', 'part', 'Both look at what happens when something fails.')] }),
    ],
    only_here: [{ pack: 't', id: 'SR 3.6', links: [] }, { pack: 't', id: 'SR 7.3', links: [link('SR 7.3', 'A.8.13', 'related', 'The same subject.')] }],
  };
