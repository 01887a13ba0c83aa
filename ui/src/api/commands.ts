/** The one list of commands as the front end sees it: name → input and output. */
import type * as w from './types';

type None = Record<string, never>;
type Answering = { pack: string; requirement: string; scope: w.Scope };
export type PickPurpose =
  | 'new_site' | 'open_site' | 'copy_site' | 'spreadsheet' | 'evidence' | 'report_save' | 'report_open'
  | 'identity_open' | 'certificate_save';
export interface ImportInput {
  file: w.FileHandle; sheet?: string; header_row?: number; columns?: { column: number; field: string | null }[];
}
export interface AssetsInput {
  search?: string; zone?: string; sort?: string; descending?: boolean; offset?: number; limit?: number;
}

export interface Commands {
  app_state: { input: None; output: w.AppStateView };
  pick_file: { input: { purpose: PickPurpose; suggested?: string }; output: { file: w.FileHandle; name: string } | null };
  new_site: { input: { file: w.FileHandle; name: string; company?: string; assessor?: string }; output: w.SiteView };
  open_site: { input: { file: w.FileHandle; read_only?: boolean }; output: w.SiteView };
  open_sample: { input: { file: w.FileHandle }; output: w.SiteView };
  close_site: { input: None; output: null };
  copy_site: { input: { file: w.FileHandle }; output: { name: string } };
  site_get: { input: None; output: w.SiteView };
  update_site: { input: Partial<Omit<w.SiteView, 'id'>>; output: w.SiteView };
  steps_list: { input: None; output: w.StepsView };
  people_list: { input: None; output: w.PersonView[] };
  create_person: { input: { name: string; role?: string; company?: string }; output: w.PersonView };
  update_person: { input: { id: string; name?: string; role?: string; company?: string }; output: w.PersonView };
  delete_person: { input: { id: string }; output: null };
  assets_list: { input: AssetsInput; output: { total: number; rows: w.AssetView[] } };
  asset_get: { input: { id: string }; output: w.AssetView };
  create_asset: {
    input: { name: string; asset_type?: string; zone?: string; fields?: Record<string, string> }; output: w.AssetView;
  };
  update_asset: {
    input: { id: string; name?: string; asset_type?: string; fields?: Record<string, string> }; output: w.AssetView;
  };
  delete_assets: { input: { ids: string[] }; output: null };
  place_assets: { input: { ids: string[]; zone: string | null }; output: null };
  import_preview: { input: ImportInput; output: w.ImportPreview };
  import_assets: { input: ImportInput & { create_zones?: boolean }; output: w.ImportResult };
  plan_get: { input: None; output: w.PlanView };
  create_zone: {
    input: { name: string; kind?: string; parent?: string; rect?: w.RectView; purdue?: string; purpose?: string };
    output: w.ZoneView;
  };
  update_zone: {
    input: {
      id: string; name?: string; kind?: string; purpose?: string; boundary?: string; accountable?: string;
      purdue?: string | null;
    };
    output: w.ZoneView;
  };
  move_zone: { input: { id: string; rect: w.RectView; parent?: string | null }; output: w.ZoneView };
  delete_zone: { input: { id: string }; output: null };
  create_conduit: {
    input: { name?: string; ends: string[]; purpose?: string; protections?: string[] }; output: w.ConduitView;
  };
  update_conduit: {
    input: { id: string; name?: string; purpose?: string; ends?: string[]; protections?: string[] };
    output: w.ConduitView;
  };
  delete_conduit: { input: { id: string }; output: null };
  set_target: { input: { unit: w.Unit; levels: w.Levels | null; reason?: string }; output: w.UnitPostureView };
  questions_list: { input: { unit: w.Unit }; output: w.QuestionsView };
  answer_question: {
    input: Answering & {
      question?: string; choice?: string | null; overrule?: { outcome: string; reason: string } | null; note?: string;
      said_by?: string; said_on?: string; checked?: w.Checked | null; come_back?: boolean;
    };
    output: { unit_posture: w.UnitPostureView | null; outcome?: string };
  };
  clear_answer: { input: Answering; output: unknown };
  add_evidence: { input: Answering & { file: w.FileHandle }; output: w.EvidenceView };
  remove_evidence: { input: { id: string }; output: unknown };
  posture_site: { input: None; output: w.PostureSiteView };
  posture_unit: { input: { unit: w.Unit }; output: w.UnitPostureView };
  undo: { input: None; output: { label: string } };
  redo: { input: None; output: { label: string } };
  history_list: { input: { limit?: number }; output: w.OperationView[] };
  check_site: { input: None; output: w.CheckView };
  make_report: { input: { file: w.FileHandle }; output: w.ReportView };
  identity_list: { input: None; output: w.IdentityView[] };
  make_identity: { input: { name: string; organisation: string; passphrase: string }; output: unknown };
  export_certificate: { input: { identity: string; file: w.FileHandle }; output: unknown };
  sign_report: {
    input: {
      file: w.FileHandle; role: w.SignRole; identity?: string; p12?: w.FileHandle; passphrase: string; reason?: string;
      place?: string;
    };
    output: { verification: w.VerificationView };
  };
  verify_report: { input: { file: w.FileHandle }; output: w.VerificationView };
}
export type Command = keyof Commands;
export type Input<C extends Command> = Commands[C]['input'];
export type Output<C extends Command> = Commands[C]['output'];
