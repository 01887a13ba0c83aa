// Written by `cargo xtask codegen` from crates/api; do not edit.

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
export type ProblemKind = "refused" | "failed" | "broken";
export type HistoryHead = { undo: string | null, redo: string | null, head: string, operations: number, };
export type Nothing = Record<symbol, never>;
export type Done = Record<symbol, never>;
export type AppState = { program_version: string, site: OpenSiteView | null, recents: Array<RecentView>, sample_available: boolean, };
export type OpenSiteView = { name: string, read_only: boolean, file_name: string, };
export type RecentView = { file: string, name: string, opened_at: string, };
export type PickFile = { purpose: string, suggested?: string, };
export type FileView = { file: string, name: string, };
export type NewSiteInput = { file: string, name: string, company?: string, assessor?: string, id?: string, };
export type OpenSite = { file: string, read_only?: boolean, };
export type ByFile = { file: string, };
export type SiteView = { id: string, name: string, company: string, location: string, suc: string, boundary: string, assessor: string, target_maturity: number | null, };
export type UpdateSite = { name?: string, company?: string, location?: string, suc?: string, boundary?: string, assessor?: string, target_maturity?: number | null, };
export type PersonView = { id: string, name: string, role: string, company: string, };
export type CreatePerson = { id?: string, name: string, role?: string, company?: string, };
export type UpdatePerson = { id: string, name?: string, role?: string, company?: string, };
export type ById = { id: string, };
export type StepView = { id: string, state: string, done: number, of: number, summary: string, };
export type NextStep = { step: string, message: string, };
export type Steps = { steps: Array<StepView>, next: NextStep, };
export type AssetView = { id: string, name: string, asset_type: string, zone: string | null, fields: { [key in string]: string }, extra: { [key in string]: string }, origin: OriginView | null, };
export type OriginView = { file_name: string, sheet: string, row: number, file_sha256: string, };
export type AssetsList = { search?: string, zone?: string, sort?: string, descending?: boolean, offset?: number, limit?: number, };
export type AssetPage = { total: number, rows: Array<AssetView>, };
export type CreateAsset = { id?: string, name: string, asset_type?: string, zone?: string, fields?: Record<string, string>, };
export type UpdateAsset = { id: string, name?: string, asset_type?: string, fields?: Record<string, string>, };
export type AssetIds = { ids: Array<string>, };
export type PlaceAssets = { ids: Array<string>, zone: string | null, };
export type Touched = { count: number, };
export type ColumnChoice = { column: number, field: string | null, };
export type ImportPreviewInput = { file: string, sheet?: string, header_row?: number, columns?: Array<ColumnChoice>, };
export type ImportAssets = { file: string, sheet?: string, header_row?: number, columns?: Array<ColumnChoice>, create_zones?: boolean, };
export type SheetView = { name: string, visible: boolean, looks_like_assets: boolean, };
export type ColumnView = { column: number, letter: string, header: string, field: string | null, confidence: string, reason: string, samples: Array<string>, };
export type SkippedView = { row: number, reason: string, };
export type ImportProblemView = { severity: string, cell: string, message: string, hint: string, };
export type ImportPlanView = { create: number, skipped: Array<SkippedView>, problems: Array<ImportProblemView>, new_zones: Array<string>, looks_like_assets: boolean, };
export type ImportPreview = { file_name: string, format: string, sheets: Array<SheetView>, sheet: string, header_row: number, row_count: number, columns: Array<ColumnView>, first_rows: Array<Array<string>>, plan: ImportPlanView, };
export type Imported = { created: number, skipped: number, problems: number, zones_created: number, reader_peak_kib: number | null, };
export type RectView = { x: number, y: number, width: number, height: number, };
export type TargetView = { levels: [number, number, number, number, number, number, number], source: string, reason: string, };
export type ZoneView = { id: string, name: string, kind: string, purpose: string, boundary: string, accountable: string, parent: string | null, purdue: string | null, target: TargetView | null, rect: RectView, asset_count: number, };
export type ConduitView = { id: string, name: string, purpose: string, ends: Array<string>, protections: Array<string>, target: TargetView | null, };
export type PlanView = { zones: Array<ZoneView>, conduits: Array<ConduitView>, unplaced_assets: number, };
export type CreateZone = { id?: string, name: string, kind?: string, parent?: string, rect?: RectView, purdue?: string, purpose?: string, };
export type UpdateZone = { id: string, name?: string, kind?: string, purpose?: string, boundary?: string, accountable?: string, purdue?: string | null, };
export type MoveZone = { id: string, rect: RectView, parent?: string | null, };
export type CreateConduit = { id?: string, name?: string, ends: Array<string>, purpose?: string, protections?: Array<string>, };
export type UpdateConduit = { id: string, name?: string, purpose?: string, ends?: Array<string>, protections?: Array<string>, };
export type SetTarget = { unit: string, levels: [number, number, number, number, number, number, number] | null, reason?: string, };
export type ByUnit = { unit: string, };
export type CountsView = { met: number, partly_met: number, not_met: number, compensated: number, not_applicable: number, open: number, };
export type FrView = { fr: number, abbreviation: string, title: string, target: number | null, achieved: number, possible: number, gap: number | null, open_to_possible: number, due: CountsView, };
export type UnitPostureView = { unit: string, name: string, kind: string, target: [number, number, number, number, number, number, number] | null, achieved: [number, number, number, number, number, number, number], possible: [number, number, number, number, number, number, number], gap: [number, number, number, number, number, number, number] | null, meets_target: boolean, frs: Array<FrView>, due: CountsView, };
export type MaturityView = { id: string, title: string, reached: number | null, possible: number | null, profile: [number, number, number, number, number], open: number, not_applicable: number, };
export type ProgrammeView = { pack: string, sections: Array<MaturityView>, groups: Array<MaturityView>, answered: number, total: number, };
export type ProgressView = { due_answered: number, due_total: number, programme_answered: number, programme_total: number, };
export type PostureView = { units: Array<UnitPostureView>, worst: string | null, programme: ProgrammeView | null, progress: ProgressView, };
export type QuestionsList = { unit: string, };
export type PackView = { id: string, standard: string, title: string, version: string, sha256: string, scale: string, requirements: number, questions: number, };
export type GroupView = { id: string, title: string, section: string, section_title: string, };
export type ChoiceView = { id: string, text: string, outcome: string, };
export type QuestionView = { id: string, text: string, why: string, good: string, look: string, evidence: string, choices: Array<ChoiceView>, };
export type OverruleView = { outcome: string, reason: string, };
export type EvidenceView = { id: string, file_name: string, size: number, sha256: string, added_at: string, };
export type AnswerView = { scope: string, choices: { [key in string]: string }, overrule: OverruleView | null, note: string, said_by: string, said_on: string, checked: string | null, come_back: boolean, evidence: Array<EvidenceView>, };
export type RequirementView = { pack: string, id: string, title: string, group: string, intent: string, from: number | null, fr: number | null, due: boolean, outcome: string, answered_at: string | null, own: AnswerView | null, effective: AnswerView | null, questions: Array<QuestionView>, check: string, };
export type QuestionsView = { pack: PackView, groups: Array<GroupView>, requirements: Array<RequirementView>, };
export type AnswerQuestion = { pack: string, requirement: string, scope: string, question?: string, choice?: string | null, overrule?: OverruleView | null, note?: string, said_by?: string, said_on?: string, checked?: string | null, come_back?: boolean, };
export type Answered = { outcome: string, unit_posture: UnitPostureView | null, };
export type ByAnswer = { pack: string, requirement: string, scope: string, };
export type AddEvidence = { pack: string, requirement: string, scope: string, file: string, };
export type Replayed = { label: string, };
export type HistoryList = { limit?: number, };
export type OperationView = { sequence: number, kind: string, label: string, who: string, at: string, target: number | null, hash: string, };
export type FindingView = { code: string, message: string, };
export type SiteCheck = { ok: boolean, findings: Array<FindingView>, operations: number, head: string, };
export type ReportView = { file: string, name: string, size: number, sha256: string, };
export type IdentityView = { name: string, fingerprint: string, valid_until: string, self_made: boolean, };
export type MakeIdentity = { name: string, organisation: string, passphrase: string, };
export type ExportCertificate = { identity: string, file: string, };
export type SignReport = { file: string, role: string, identity?: string, p12?: string, passphrase: string, reason?: string, place?: string, };
export type SignatureView = { role: string | null, field: string, state: string, signer: string, fingerprint: string, signed_at: string | null, reason: string, trust: string, sentences: Array<string>, };
export type VerificationView = { verdict: string, message: string, signatures: Array<SignatureView>, findings: Array<string>, matches_site: boolean | null, site_changes_since: number | null, };

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
  catalog_list: { input: Nothing; output: Array<PackView> };
  catalog_pack: { input: ById; output: QuestionsView };
  questions_list: { input: QuestionsList; output: QuestionsView };
  answer_question: { input: AnswerQuestion; output: Answered };
  clear_answer: { input: ByAnswer; output: Answered };
  add_evidence: { input: AddEvidence; output: EvidenceView };
  remove_evidence: { input: ById; output: Done };
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
