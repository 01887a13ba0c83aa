/** The wire types of the command list, by hand until the core generates them. Words are the core's stable words. */
export type Change =
  | 'site' | 'people' | 'zones' | 'conduits' | 'assets' | 'answers' | 'evidence' | 'history' | 'recents' | 'identities';
/** Seven levels 0–4 in the order FR 1 … FR 7. */
export type Levels = number[];
/** `zone:<id>` or `conduit:<id>`. */
export type Unit = string;
/** `site`, `inside:<zone>` or a unit. */
export type Scope = string;
/** An opaque name for a file that only the host can resolve. */
export type FileHandle = string;

export interface History { undo: string | null; redo: string | null; head: string; operations: number }
export interface Problem {
  code: string; kind: 'refused' | 'failed' | 'broken'; message: string; args?: Record<string, unknown>; help: string;
}
export interface Reply<T> { output: T; changes: Change[]; history: History | null }

export interface SiteView {
  id: string; name: string; company: string; location: string; suc: string; boundary: string; assessor: string;
  target_maturity: number | null;
}
export interface PersonView { id: string; name: string; role: string; company: string }
export interface Target { levels: Levels; source: 'manual' | 'risk'; reason: string }
export interface RectView { x: number; y: number; width: number; height: number }
export type ZoneKind = 'enterprise' | 'dmz' | 'control' | 'safety' | 'wireless' | 'temporary' | 'remote' | 'outside';
export interface ZoneView {
  id: string; name: string; kind: ZoneKind; purpose: string; boundary: string; accountable: string;
  parent: string | null; purdue: string | null; target: Target | null; rect: RectView; asset_count: number;
}
export type Protection = 'firewall' | 'diode' | 'vpn' | 'jump_host' | 'proxy';
export interface ConduitView {
  id: string; name: string; purpose: string; ends: string[]; protections: Protection[]; target: Target | null;
}
export interface AssetOrigin { file_name: string; sheet: string; row: number; file_sha256: string }
export interface AssetView {
  id: string; name: string; asset_type: string; zone: string | null; fields: Record<string, string>;
  extra: Record<string, string>; origin: AssetOrigin | null;
}
export interface CountsView {
  met: number; partly_met: number; not_met: number; compensated: number; not_applicable: number; open: number;
}
export interface FrView {
  fr: number; abbreviation: string; title: string; target: number | null; achieved: number; possible: number;
  gap: number | null; open_to_possible: number; due: CountsView;
}
export interface UnitPostureView {
  unit: Unit; name: string; kind: 'zone' | 'conduit'; target: Levels | null; achieved: Levels; possible: Levels;
  gap: Levels | null; meets_target: boolean; frs: FrView[]; due: CountsView;
}
export interface MaturityView {
  id: string; title: string; reached: number | null; possible: number | null; profile: number[]; open: number;
  not_applicable: number;
}
export interface ChoiceView { id: string; text: string; outcome: string }
export interface QuestionView {
  id: string; text: string; why: string; good: string; look: string; evidence: string; choices: ChoiceView[];
}
export type Checked = 'interview' | 'document' | 'observation' | 'test';
export interface EvidenceView { id: string; file_name: string; size: number; sha256: string; added_at: string }
export interface AnswerView {
  scope: Scope; choices: Record<string, string>; overrule: { outcome: string; reason: string } | null; note: string;
  said_by: string; said_on: string; checked: Checked | null; come_back: boolean; evidence: EvidenceView[];
}
export interface RequirementView {
  pack: string; id: string; title: string; group: string; intent: string; from: number | null; fr: number | null;
  due: boolean; outcome: string; answered_at: Scope | null; own: AnswerView | null; effective: AnswerView | null;
  questions: QuestionView[]; check: string;
}
export interface GroupView { id: string; title: string; section: string; section_title: string }
export interface QuestionsView {
  pack: { id: string; standard: string; title: string; sha256: string }; groups: GroupView[];
  requirements: RequirementView[];
}
export interface PostureSiteView {
  units: UnitPostureView[]; worst: Unit | null;
  programme: { pack: string; sections: MaturityView[]; groups: MaturityView[]; answered: number; total: number } | null;
  progress: { due_answered: number; due_total: number; programme_answered: number; programme_total: number };
}
export interface AppStateView {
  program_version: string; site: { name: string; read_only: boolean; file_name: string } | null;
  recents: { file: FileHandle; name: string; opened_at: string }[]; sample_available: boolean;
}
export type StepId = 'site' | 'assets' | 'plan' | 'targets' | 'technical' | 'programme' | 'gap' | 'report';
export interface StepView { id: StepId; state: 'empty' | 'started' | 'done'; done: number; of: number; summary: string }
export interface StepsView { steps: StepView[]; next: { step: StepId; message: string } }
export interface PlanView { zones: ZoneView[]; conduits: ConduitView[]; unplaced_assets: number }
export interface PreviewColumn {
  column: number; letter: string; header: string; field: string | null;
  confidence: 'sure' | 'likely' | 'unsure' | 'none'; reason: string; samples: string[];
}
export interface ImportProblem { severity: 'error' | 'warning' | 'note'; cell: string; message: string; hint: string }
export interface ImportPreview {
  file_name: string; format: string; sheets: { name: string; visible: boolean; looks_like_assets: boolean }[];
  sheet: string; header_row: number; row_count: number; columns: PreviewColumn[]; first_rows: string[][];
  plan: {
    create: number; skipped: { row: number; reason: string }[]; problems: ImportProblem[]; new_zones: string[];
    looks_like_assets: boolean;
  };
}
export interface ImportResult {
  created: number; skipped: { row: number; reason: string }[] | number; problems: ImportProblem[] | number;
  zones_created: string[] | number;
}
export interface OperationView {
  sequence: number; kind: string; label: string; who: string; at: string; target: number | null; hash: string;
}
export interface CheckView { ok: boolean; findings: { code: string; message: string }[]; operations: number; head: string }
export interface ReportView { file: FileHandle; name: string; size: number; sha256: string }
export interface IdentityView { name: string; fingerprint: string; valid_until: string; self_made: boolean }
export type SignRole = 'assessor' | 'reviewer' | 'asset_owner';
export interface SignatureView {
  role: string; state: 'valid' | 'refused' | 'empty'; signer: string; fingerprint: string; signed_at: string;
  reason: string; trust: string; sentences: string[];
}
export interface VerificationView {
  verdict: 'valid' | 'not_signed' | 'refused'; message: string; signatures: SignatureView[]; findings: string[];
  matches_site: boolean | null; site_changes_since: number | null;
}
