// Written by `cargo xtask codegen` from crates/api; do not edit.

/** An opaque name for a file that only the host can resolve. */
export type FileHandle = string;
/** `zone:<id>` or `conduit:<id>`. */
export type Unit = string;
/** `site`, `inside:<zone>` or a unit. */
export type Scope = string;
/** Seven levels 0–4 in the order FR 1 … FR 7. */
export type Levels = [number, number, number, number, number, number, number];

export const ASSET_FIELD_WORDS = ['name', 'asset_type', 'zone', 'asset_tag', 'hostname', 'ip', 'mac', 'subnet', 'gateway', 'vlan', 'manufacturer', 'model', 'part_number', 'serial', 'hardware_rev', 'firmware', 'os', 'os_version', 'protocols', 'ports', 'purdue', 'site', 'location', 'rack', 'slot', 'parent', 'criticality', 'conf', 'integ', 'avail', 'classification', 'function', 'description', 'owner', 'custodian', 'status', 'install_date', 'eol_date', 'warranty_end', 'first_seen', 'last_seen', 'accounts', 'logging', 'remote_access', 'backup', 'notes', 'tags'] as const;
export type AssetField = (typeof ASSET_FIELD_WORDS)[number];
export const ASSET_TYPE_WORDS = ['plc', 'safety_controller', 'rtu', 'ied', 'dcs_controller', 'hmi', 'engineering_workstation', 'scada_server', 'historian', 'gateway', 'robot', 'drive', 'field_device', 'switch', 'router', 'firewall', 'diode', 'wireless', 'remote_access', 'server', 'workstation', 'laptop', 'handheld', 'printer', 'camera', 'ups', 'virtual_machine', 'software', 'cloud', 'other'] as const;
export type AssetType = (typeof ASSET_TYPE_WORDS)[number];
export const CHANGE_WORDS = ['answers', 'assets', 'conduits', 'evidence', 'history', 'identities', 'people', 'recents', 'site', 'zones'] as const;
export type Change = (typeof CHANGE_WORDS)[number];
export const CHECK_METHOD_WORDS = ['interview', 'document', 'observation', 'test'] as const;
export type CheckMethod = (typeof CHECK_METHOD_WORDS)[number];
export const COLUMN_FIELD_WORDS = ['name', 'asset_type', 'zone', 'asset_tag', 'hostname', 'ip', 'mac', 'subnet', 'gateway', 'vlan', 'manufacturer', 'model', 'part_number', 'serial', 'hardware_rev', 'firmware', 'os', 'os_version', 'protocols', 'ports', 'purdue', 'site', 'location', 'rack', 'slot', 'parent', 'criticality', 'conf', 'integ', 'avail', 'classification', 'function', 'description', 'owner', 'custodian', 'status', 'install_date', 'eol_date', 'warranty_end', 'first_seen', 'last_seen', 'accounts', 'logging', 'remote_access', 'backup', 'notes', 'tags', 'skip'] as const;
export type ColumnField = (typeof COLUMN_FIELD_WORDS)[number];
export const CONFIDENCE_WORDS = ['sure', 'likely', 'unsure', 'none'] as const;
export type Confidence = (typeof CONFIDENCE_WORDS)[number];
export const CONTACT_WORDS = ['operator', 'shift_leader', 'automation', 'maintenance', 'network', 'it_security', 'safety', 'site_manager', 'production', 'quality', 'personnel', 'purchasing', 'supplier', 'project', 'facility', 'archive'] as const;
export type Contact = (typeof CONTACT_WORDS)[number];
export const CONTROL_STATE_WORDS = ['answered', 'started', 'open', 'unasked', 'related', 'none'] as const;
export type ControlState = (typeof CONTROL_STATE_WORDS)[number];
export const EVIDENCE_KIND_WORDS = ['png', 'jpeg', 'webp', 'pdf', 'other'] as const;
export type EvidenceKind = (typeof EVIDENCE_KIND_WORDS)[number];
export const FILE_FORMAT_WORDS = ['xlsx', 'xlsb', 'xls', 'ods', 'text'] as const;
export type FileFormat = (typeof FILE_FORMAT_WORDS)[number];
export const IMPORT_SEVERITY_WORDS = ['error', 'warning', 'note'] as const;
export type ImportSeverity = (typeof IMPORT_SEVERITY_WORDS)[number];
export const OUTCOME_WORDS = ['met', 'partly_met', 'not_met', 'compensated', 'not_applicable', 'open', 'ml0', 'ml1', 'ml2', 'ml3', 'ml4'] as const;
export type Outcome = (typeof OUTCOME_WORDS)[number];
export const PACK_SCALE_WORDS = ['technical', 'programme', 'component'] as const;
export type PackScale = (typeof PACK_SCALE_WORDS)[number];
export const PICK_PURPOSE_WORDS = ['new_site', 'open_site', 'copy_site', 'spreadsheet', 'evidence', 'walkdown_save', 'walkdown_open', 'report_save', 'report_open', 'identity_open', 'certificate_save'] as const;
export type PickPurpose = (typeof PICK_PURPOSE_WORDS)[number];
export const PLACE_WORDS = ['control_room', 'engineering', 'server_room', 'cabinet', 'network', 'field', 'remote_access', 'office', 'workshop', 'gate', 'records'] as const;
export type Place = (typeof PLACE_WORDS)[number];
export const PROTECTION_WORDS = ['firewall', 'diode', 'vpn', 'jump_host', 'proxy'] as const;
export type Protection = (typeof PROTECTION_WORDS)[number];
export const PURDUE_WORDS = ['0', '1', '2', '3', '3.5', '4', '5'] as const;
export type Purdue = (typeof PURDUE_WORDS)[number];
export const SCOPING_FACT_WORDS = ['human_users', 'software_processes', 'wireless', 'untrusted_access', 'portable_devices', 'mobile_code', 'cryptography', 'pki', 'public_keys', 'passwords', 'confidential_information', 'control_outputs'] as const;
export type ScopingFact = (typeof SCOPING_FACT_WORDS)[number];
export const SIGN_ROLE_WORDS = ['assessor', 'reviewer', 'asset_owner'] as const;
export type SignRole = (typeof SIGN_ROLE_WORDS)[number];
export const SIGNATURE_MARK_WORDS = ['valid', 'refused', 'empty'] as const;
export type SignatureMark = (typeof SIGNATURE_MARK_WORDS)[number];
export const STEP_ID_WORDS = ['site', 'assets', 'plan', 'targets', 'technical', 'programme', 'gap', 'report'] as const;
export type StepId = (typeof STEP_ID_WORDS)[number];
export const STEP_STATE_WORDS = ['empty', 'started', 'done'] as const;
export type StepState = (typeof STEP_STATE_WORDS)[number];
export const STRENGTH_WORDS = ['same', 'part', 'related'] as const;
export type Strength = (typeof STRENGTH_WORDS)[number];
export const TARGET_SOURCE_WORDS = ['manual', 'risk'] as const;
export type TargetSource = (typeof TARGET_SOURCE_WORDS)[number];
export const TOPIC_WORDS = ['governance', 'scope', 'policies', 'risk', 'roles', 'training', 'assets', 'segmentation', 'configuration', 'change', 'access', 'remote_access', 'patching', 'malware', 'backup', 'incident', 'monitoring', 'physical', 'supply', 'review', 'data'] as const;
export type Topic = (typeof TOPIC_WORDS)[number];
export const TRUST_WORDS = ['listed', 'self_made', 'unlisted', 'unknown'] as const;
export type Trust = (typeof TRUST_WORDS)[number];
export const UNIT_KIND_WORDS = ['zone', 'conduit'] as const;
export type UnitKind = (typeof UNIT_KIND_WORDS)[number];
export const VERDICT_WORDS = ['valid', 'not_signed', 'refused'] as const;
export type Verdict = (typeof VERDICT_WORDS)[number];
export const ZONE_KIND_WORDS = ['enterprise', 'dmz', 'control', 'safety', 'wireless', 'temporary', 'remote', 'outside'] as const;
export type ZoneKind = (typeof ZONE_KIND_WORDS)[number];

/** A problem on the wire. */
export type Problem = { 
/**
 * Stable code, `noun.what`.
 */
code: string, 
/**
 * Who has to act.
 */
kind: ProblemKind, 
/**
 * What happened and what about the data, in plain sentences.
 */
message: string, 
/**
 * What to do now, one sentence.
 */
help: string, 
/**
 * Facts by name, for screens that show more.
 */
args: Record<string, unknown>, };
/** Who has to act. */
export type ProblemKind = "refused" | "failed" | "broken";
/** Where the journal stands; part of every reply while a site is open. */
export type HistoryHead = { undo: string | null, redo: string | null, head: string, operations: number, };
/** The reply to every command: its output, the kinds of things that a screen must ask for again, and where the journal stands while a site is open. */
export type Reply<T> = { output: T, changes: Array<Change>, history: HistoryHead | null, };
/** No input. */
export type Nothing = Record<symbol, never>;
/** No output. */
export type Done = Record<symbol, never>;
/** What is open. */
export type AppState = { program_version: string, site: OpenSiteView | null, recents: Array<RecentView>, sample_available: boolean, };
/** The open site file. */
export type OpenSiteView = { name: string, read_only: boolean, file_name: string, };
/** A site that was open before. */
export type RecentView = { file: FileHandle, name: string, opened_at: string, };
/** Asks the person for a file. */
export type PickFile = { purpose: PickPurpose, suggested?: string, };
/** A file behind a handle. */
export type FileView = { file: FileHandle, name: string, };
/** A new site. */
export type NewSiteInput = { file: FileHandle, name: string, company?: string, assessor?: string, id?: string, };
/** Opens a site. */
export type OpenSite = { file: FileHandle, read_only?: boolean, };
/** A file alone. */
export type ByFile = { file: FileHandle, };
/** The site. */
export type SiteView = { id: string, name: string, company: string, location: string, suc: string, boundary: string, assessor: string, target_maturity: number | null, };
/** New texts of the site; absent ones stay. */
export type UpdateSite = { name?: string, company?: string, location?: string, suc?: string, boundary?: string, assessor?: string, target_maturity?: number | null, };
/** A person. */
export type PersonView = { id: string, name: string, role: string, company: string, };
/** A new person. */
export type CreatePerson = { id?: string, name: string, role?: string, company?: string, };
/** New texts of a person; absent ones stay. */
export type UpdatePerson = { id: string, name?: string, role?: string, company?: string, };
/** Names one thing. */
export type ById = { id: string, };
/** One step of the work. */
export type StepView = { id: StepId, state: StepState, done: number, of: number, summary: string, };
/** What to do next. */
export type NextStep = { step: StepId, message: string, };
/** The steps in order. */
export type Steps = { steps: Array<StepView>, next: NextStep, };
/** An asset. */
export type AssetView = { id: string, name: string, asset_type: AssetType, zone: string | null, fields: Partial<Record<AssetField, string>>, extra: { [key in string]: string }, origin: OriginView | null, };
/** The row an asset came from. */
export type OriginView = { file_name: string, sheet: string, row: number, file_sha256: string, };
/** Which assets, in which order. */
export type AssetsList = { search?: string, zone?: string, sort?: AssetField, descending?: boolean, offset?: number, limit?: number, };
/** A page of assets and how many there are in all. */
export type AssetPage = { total: number, rows: Array<AssetView>, };
/** A new asset. */
export type CreateAsset = { id?: string, name: string, asset_type?: AssetType, zone?: string, fields?: Partial<Record<AssetField, string>>, };
/** New values of an asset; an empty field is removed, absent ones stay. */
export type UpdateAsset = { id: string, name?: string, asset_type?: AssetType, fields?: Partial<Record<AssetField, string>>, };
/** Assets by id. */
export type AssetIds = { ids: Array<string>, };
/** Puts assets into a zone, or into none. */
export type PlaceAssets = { ids: Array<string>, zone: string | null, };
/** How many were touched. */
export type Touched = { count: number, };
/** What one column is: a field's word, `skip`, or null to keep it as an extra attribute. */
export type ColumnChoice = { column: number, field: ColumnField | null, };
/** A spreadsheet with what the person chose so far; what is absent is guessed. */
export type ImportPreviewInput = { file: FileHandle, sheet?: string, header_row?: number, columns?: Array<ColumnChoice>, };
/** Imports as previewed. */
export type ImportAssets = { file: FileHandle, sheet?: string, header_row?: number, columns?: Array<ColumnChoice>, create_zones?: boolean, };
/** A sheet of the workbook. */
export type SheetView = { name: string, visible: boolean, looks_like_assets: boolean, };
/** A column with what it was taken for. */
export type ColumnView = { column: number, letter: string, header: string, field: ColumnField | null, confidence: Confidence, reason: string, samples: Array<string>, };
/** A row that is no asset. */
export type SkippedView = { row: number, reason: string, };
/** Something about a cell that a person should know. */
export type ImportProblemView = { severity: ImportSeverity, cell: string, message: string, hint: string, };
/** What an import would do. */
export type ImportPlanView = { create: number, skipped: Array<SkippedView>, problems: Array<ImportProblemView>, new_zones: Array<string>, looks_like_assets: boolean, };
/** The dry run. */
export type ImportPreview = { file_name: string, format: FileFormat, sheets: Array<SheetView>, sheet: string, header_row: number, row_count: number, columns: Array<ColumnView>, first_rows: Array<Array<string>>, plan: ImportPlanView, };
/** What an import did. */
export type Imported = { created: number, skipped: number, problems: number, zones_created: number, reader_peak_kib: number | null, };
/** A rectangle in drawing units. */
export type RectView = { x: number, y: number, width: number, height: number, };
/** SL-T of a unit. */
export type TargetView = { levels: Levels, source: TargetSource, reason: string, };
/** A zone. `facts` holds what was said: true for present, false for absent. */
export type ZoneView = { id: string, name: string, kind: ZoneKind, purpose: string, boundary: string, accountable: string, parent: string | null, purdue: Purdue | null, target: TargetView | null, facts: { [fact in ScopingFact]?: boolean }, rect: RectView, asset_count: number, };
/** A conduit. `facts` as of a zone. */
export type ConduitView = { id: string, name: string, purpose: string, ends: Array<string>, protections: Array<Protection>, target: TargetView | null, facts: { [fact in ScopingFact]?: boolean }, };
/** The whole plan. */
export type PlanView = { zones: Array<ZoneView>, conduits: Array<ConduitView>, unplaced_assets: number, };
/** A new zone. */
export type CreateZone = { id?: string, name: string, kind?: ZoneKind, parent?: string, rect?: RectView, purdue?: Purdue, purpose?: string, };
/** New properties of a zone; absent ones stay. */
export type UpdateZone = { id: string, name?: string, kind?: ZoneKind, purpose?: string, boundary?: string, accountable?: string, purdue?: Purdue | null, };
/** Moves, resizes and nests a zone; an absent parent stays. */
export type MoveZone = { id: string, rect: RectView, parent?: string | null, };
/** A new conduit. */
export type CreateConduit = { id?: string, name?: string, ends: Array<string>, purpose?: string, protections?: Array<Protection>, };
/** New properties of a conduit; absent ones stay. */
export type UpdateConduit = { id: string, name?: string, purpose?: string, ends?: Array<string>, protections?: Array<Protection>, };
/** SL-T of a unit; null levels take it away. */
export type SetTarget = { unit: Unit, levels: Levels | null, reason?: string, };
/** Says of a unit that something is present (true) or absent (false); null takes back what was said. */
export type SetFact = { unit: Unit, fact: ScopingFact, present: boolean | null, };
/** Names a unit: `zone:<id>` or `conduit:<id>`. */
export type ByUnit = { unit: Unit, };
/** How many requirements have which rating. */
export type CountsView = { met: number, partly_met: number, not_met: number, compensated: number, not_applicable: number, open: number, };
/** One FR of a unit. */
export type FrView = { fr: number, abbreviation: string, title: string, target: number | null, achieved: number, possible: number, gap: number | null, open_to_possible: number, due: CountsView, };
/** One unit. */
export type UnitPostureView = { unit: Unit, name: string, kind: UnitKind, target: Levels | null, achieved: Levels, possible: Levels, gap: Levels | null, meets_target: boolean, frs: Array<FrView>, due: CountsView, };
/** Maturity of an element or SPE. `section` is the id of the SPE that an element belongs to; empty for an SPE. */
export type MaturityView = { id: string, section: string, title: string, reached: number | null, possible: number | null, profile: [number, number, number, number, number], open: number, not_applicable: number, };
/** The programme. */
export type ProgrammeView = { pack: string, sections: Array<MaturityView>, groups: Array<MaturityView>, answered: number, total: number, };
/** How far the questions are. */
export type ProgressView = { due_answered: number, due_total: number, programme_answered: number, programme_total: number, };
/** The site. */
export type PostureView = { units: Array<UnitPostureView>, worst: Unit | null, programme: ProgrammeView | null, progress: ProgressView, };
/** Whose questions: `site`, `zone:<id>` or `conduit:<id>`. */
export type QuestionsList = { unit: Unit | 'site', };
/** A pack. */
export type PackView = { id: string, standard: string, title: string, version: string, sha256: string, scale: PackScale, requirements: number, questions: number, };
/** A chapter of a pack. */
export type GroupView = { id: string, title: string, section: string, section_title: string, };
/** One possible answer. */
export type ChoiceView = { id: string, text: string, outcome: Outcome, };
/** One concrete way to check an answer. */
export type CheckStepView = { method: CheckMethod, text: string, };
/** A question, in the words for the unit that is asked. */
export type QuestionView = { id: string, text: string, why: string, good: string, look: string, evidence: string, ask: Array<Contact>, at: Array<Place>, steps: Array<CheckStepView>, choices: Array<ChoiceView>, };
/** The assessor's own decision, with the reason. */
export type OverruleView = { outcome: Outcome, reason: string, };
/** A file that backs an answer. */
export type EvidenceView = { id: string, file_name: string, size: number, sha256: string, added_at: string, };
/** An answer. */
export type AnswerView = { scope: Scope, choices: { [key in string]: string }, overrule: OverruleView | null, note: string, said_by: string, said_on: string, checked: CheckMethod | null, come_back: boolean, evidence: Array<EvidenceView>, };
/** A requirement with how it stands here. `not_needed` is the fact whose absence makes it not applicable in the unit. */
export type RequirementView = { pack: string, id: string, title: string, group: string, intent: string, from: number | null, fr: number | null, due: boolean, outcome: Outcome, answered_at: Scope | null, own: AnswerView | null, effective: AnswerView | null, wrong: string, measures: Array<string>, compensating: Array<string>, topics: Array<Topic>, needs: ScopingFact | null, not_needed: ScopingFact | null, questions: Array<QuestionView>, check: string, };
/** All requirements of a unit or the site. */
export type QuestionsView = { pack: PackView, groups: Array<GroupView>, requirements: Array<RequirementView>, };
/** Answers a question, or changes what is noted with the answer; absent fields stay. */
export type AnswerQuestion = { pack: string, requirement: string, scope: Scope, question?: string, choice?: string | null, overrule?: OverruleView | null, note?: string, said_by?: string, said_on?: string, checked?: CheckMethod | null, come_back?: boolean, };
/** What an answer led to. */
export type Answered = { outcome: Outcome, unit_posture: UnitPostureView | null, };
/** Names an answer. */
export type ByAnswer = { pack: string, requirement: string, scope: Scope, };
/** Adds a file to an answer. */
export type AddEvidence = { pack: string, requirement: string, scope: Scope, file: FileHandle, };
/** Adds what was dropped or pasted to an answer: the bytes in Base64, and the name they came with or were given. */
export type AddEvidenceBytes = { pack: string, requirement: string, scope: Scope, file_name: string, base64: string, };
/** What a file of evidence is. `picture` is a data URL of a PNG, JPEG or WebP that is small enough to be shown. */
export type EvidencePreview = { kind: EvidenceKind, picture: string | null, };
/** Writes the questions of a unit (`site` for the programme) as a sheet to fill in. Without filters: all of them. */
export type ExportWalkdown = { unit: Unit | 'site', file: FileHandle, open_only?: boolean, due_only?: boolean, come_back?: boolean, fr?: number, contact?: Contact, place?: Place, };
/** A sheet that was written. */
export type WalkdownFile = { file: FileHandle, name: string, questions: number, };
/** Takes over a filled-in sheet. With the SHA-256 of the dry run, a file that changed since is refused. */
export type ImportWalkdown = { file: FileHandle, sha256?: string, };
/** An answer that a sheet sets: what it was and what it becomes, in words. */
export type WalkdownAnswer = { requirement: string, title: string, before: string, after: string, };
/** What reading a sheet back does, or did. `unchanged` counts requirements that already stand as the sheet says. */
export type WalkdownPlan = { file_name: string, sha256: string, unit: Unit | 'site', unit_name: string, day: string, answers: Array<WalkdownAnswer>, unchanged: number, problems: Array<ImportProblemView>, };
/** A framework beside IEC 62443. */
export type FrameworkView = { id: string, standard: string, title: string, note: string, controls: number, };
/** Names a framework. */
export type ByFramework = { framework: string, };
/** A theme, clause or category. `section` is what groups it; empty when nothing does. */
export type ControlGroupView = { id: string, title: string, section: string, };
/** What the site has said about a control. `asked` and `answered` count linked requirements of strength same or part; `weakest` and `lowest` are what decides among them. */
export type ControlView = { id: string, group: string, title: string, state: ControlState, asked: number, answered: number, weakest: Outcome | null, lowest: Outcome | null, links: Array<LinkView>, };
/** A requirement that meets a control. */
export type LinkView = { pack: string, requirement: string, control: string, strength: Strength, reason: string, };
/** A unit whose SL-T demands a requirement, and the rating there. */
export type StandingUnitView = { unit: Unit, name: string, outcome: Outcome, };
/** How a requirement stands over the site. Technical: the weakest outcome (null where no SL-T demands it), counts and units. Programme: the maturity, without units. */
export type StandingView = { pack: string, id: string, title: string, outcome: Outcome | null, counts: CountsView, units: Array<StandingUnitView>, };
/** A requirement to which no control is an answer: with no link at all, or with related ones only. */
export type OnlyHereView = { pack: string, id: string, links: Array<LinkView>, };
/** How a mapping was judged. */
export type MappingView = { pack: string, standard: string, note: string, links: number, };
/** A framework beside what the site has answered. */
export type CoverageView = { framework: FrameworkView, mappings: Array<MappingView>, groups: Array<ControlGroupView>, controls: Array<ControlView>, standings: Array<StandingView>, only_here: Array<OnlyHereView>, };
/** One problem in a file of a pack. */
export type PackProblemView = { file: string, line: number | null, message: string, remedy: string, };
/** What the check of a folder found; the pack when it is sound. */
export type PackCheck = { ok: boolean, problems: Array<PackProblemView>, pack: PackView | null, };
/** What was undone or redone. */
export type Replayed = { label: string, };
/** How many operations to list, newest first. */
export type HistoryList = { limit?: number, };
/** One operation. */
export type OperationView = { sequence: number, kind: string, label: string, who: string, at: string, target: number | null, hash: string, };
/** One finding of the check. */
export type FindingView = { code: string, message: string, };
/** The check of the whole file. */
export type SiteCheck = { ok: boolean, findings: Array<FindingView>, operations: number, head: string, };
/** A report that was written. */
export type ReportView = { file: FileHandle, name: string, size: number, sha256: string, };
/** An identity that can sign. */
export type IdentityView = { name: string, fingerprint: string, valid_until: string, self_made: boolean, };
/** A new self-made identity. */
export type MakeIdentity = { name: string, organisation: string, passphrase: string, };
/** Writes the certificate of an identity to a file. */
export type ExportCertificate = { identity: string, file: FileHandle, };
/** Signs a report. */
export type SignReport = { file: FileHandle, role: SignRole, identity?: string, p12?: FileHandle, passphrase: string, reason?: string, place?: string, };
/** One signature field. */
export type SignatureView = { role: SignRole | null, field: string, state: SignatureMark, signer: string, fingerprint: string, signed_at: string | null, reason: string, trust: Trust, sentences: Array<string>, };
/** What verification found. */
export type VerificationView = { verdict: Verdict, message: string, signatures: Array<SignatureView>, findings: Array<string>, matches_site: boolean | null, site_changes_since: number | null, };

export interface Commands {
  app_state: { input: Nothing; output: AppState };
  pick_file: { input: PickFile; output: FileView | null };
  new_site: { input: NewSiteInput; output: SiteView };
  open_site: { input: OpenSite; output: SiteView };
  open_sample: { input: ByFile; output: SiteView };
  close_site: { input: Nothing; output: Done };
  copy_site: { input: ByFile; output: FileView };
  site_get: { input: Nothing; output: SiteView };
  update_site: { input: UpdateSite; output: SiteView };
  steps_list: { input: Nothing; output: Steps };
  people_list: { input: Nothing; output: Array<PersonView> };
  create_person: { input: CreatePerson; output: PersonView };
  update_person: { input: UpdatePerson; output: PersonView };
  delete_person: { input: ById; output: Done };
  assets_list: { input: AssetsList; output: AssetPage };
  asset_get: { input: ById; output: AssetView };
  create_asset: { input: CreateAsset; output: AssetView };
  update_asset: { input: UpdateAsset; output: AssetView };
  delete_assets: { input: AssetIds; output: Touched };
  place_assets: { input: PlaceAssets; output: Touched };
  import_preview: { input: ImportPreviewInput; output: ImportPreview };
  import_assets: { input: ImportAssets; output: Imported };
  plan_get: { input: Nothing; output: PlanView };
  create_zone: { input: CreateZone; output: ZoneView };
  update_zone: { input: UpdateZone; output: ZoneView };
  move_zone: { input: MoveZone; output: ZoneView };
  delete_zone: { input: ById; output: Done };
  create_conduit: { input: CreateConduit; output: ConduitView };
  update_conduit: { input: UpdateConduit; output: ConduitView };
  delete_conduit: { input: ById; output: Done };
  set_target: { input: SetTarget; output: UnitPostureView };
  set_fact: { input: SetFact; output: UnitPostureView };
  catalog_list: { input: Nothing; output: Array<PackView> };
  catalog_pack: { input: ById; output: QuestionsView };
  check_pack: { input: ByFile; output: PackCheck };
  framework_list: { input: Nothing; output: Array<FrameworkView> };
  framework_coverage: { input: ByFramework; output: CoverageView };
  questions_list: { input: QuestionsList; output: QuestionsView };
  answer_question: { input: AnswerQuestion; output: Answered };
  clear_answer: { input: ByAnswer; output: Answered };
  add_evidence: { input: AddEvidence; output: EvidenceView };
  add_evidence_bytes: { input: AddEvidenceBytes; output: EvidenceView };
  evidence_preview: { input: ById; output: EvidencePreview };
  remove_evidence: { input: ById; output: Done };
  export_walkdown: { input: ExportWalkdown; output: WalkdownFile };
  walkdown_preview: { input: ByFile; output: WalkdownPlan };
  import_walkdown: { input: ImportWalkdown; output: WalkdownPlan };
  posture_site: { input: Nothing; output: PostureView };
  posture_unit: { input: ByUnit; output: UnitPostureView };
  undo: { input: Nothing; output: Replayed };
  redo: { input: Nothing; output: Replayed };
  history_list: { input: HistoryList; output: Array<OperationView> };
  check_site: { input: Nothing; output: SiteCheck };
  make_report: { input: ByFile; output: ReportView };
  identity_list: { input: Nothing; output: Array<IdentityView> };
  make_identity: { input: MakeIdentity; output: IdentityView };
  export_certificate: { input: ExportCertificate; output: FileView };
  sign_report: { input: SignReport; output: VerificationView };
  verify_report: { input: ByFile; output: VerificationView };
}
