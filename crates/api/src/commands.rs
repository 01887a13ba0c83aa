//! The one list of commands. The router, the TypeScript map and the completeness tests all come from it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::app::App;
use crate::problem::Problem;
use crate::wire::asset::*;
use crate::wire::catalog::*;
use crate::wire::files::*;
use crate::wire::history::*;
use crate::wire::import::*;
use crate::wire::plan::*;
use crate::wire::posture::*;
use crate::wire::question::*;
use crate::wire::report::*;
use crate::wire::site::*;
use crate::wire::walkdown::*;
use crate::wire::{Done, Nothing, Reply};
use crate::{
    asset, files, framework, history, identity, import, pack, people, plan, posture, question,
    report, signature, site, steps, walkdown,
};

/// Whether a command reads, writes the site, or deals with files around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommandKind {
    /// Reads the site; changes nothing.
    Query,
    /// Changes the site in one journalled operation.
    Operation,
    /// Deals with files, dialogs and identities.
    Host,
}

/// A command as lists show it.
#[derive(Debug, Clone, Copy)]
pub struct CommandEntry {
    /// Its name on the wire.
    pub name: &'static str,
    /// What it does to the site.
    pub kind: CommandKind,
}

macro_rules! commands {
    ($($kind:ident $name:ident($input:ty) -> $output:ty = $run:path;)+) => {
        /// Every command there is.
        pub const COMMANDS: &[CommandEntry] =
            &[$(CommandEntry { name: stringify!($name), kind: CommandKind::$kind },)+];

        fn route(app: &mut App, command: &str, input: Value) -> Result<Value, Problem> {
            match command {
                $(stringify!($name) => {
                    let input: $input = read(command, input)?;
                    let output: $output = $run(app, input)?;
                    write(&output)
                })+
                _ => Err(Problem::refused(
                    "command.unknown",
                    format!("There is no command “{command}”. Nothing was changed."),
                    "Check the spelling against the list of commands.",
                )),
            }
        }

        /// Name, input type and output type of every command, in TypeScript.
        #[cfg(test)]
        pub(crate) fn type_map(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            vec![$((
                stringify!($name),
                <$input as ts_rs::TS>::name(config),
                <$output as ts_rs::TS>::name(config),
            ),)+]
        }
    };
}

commands! {
    Host app_state(Nothing) -> AppState = files::app_state;
    Host pick_file(PickFile) -> Option<FileView> = files::pick_file;
    Host new_site(NewSiteInput) -> SiteView = files::new_site;
    Host open_site(OpenSite) -> SiteView = files::open_site;
    Host open_sample(ByFile) -> SiteView = files::open_sample;
    Host close_site(Nothing) -> Done = files::close_site;
    Host copy_site(ByFile) -> FileView = files::copy_site;

    Query site_get(Nothing) -> SiteView = site::get;
    Operation update_site(UpdateSite) -> SiteView = site::update;
    Query steps_list(Nothing) -> Steps = steps::list;
    Query people_list(Nothing) -> Vec<PersonView> = people::list;
    Operation create_person(CreatePerson) -> PersonView = people::create;
    Operation update_person(UpdatePerson) -> PersonView = people::update;
    Operation delete_person(ById) -> Done = people::delete;

    Query assets_list(AssetsList) -> AssetPage = asset::list;
    Query asset_get(ById) -> AssetView = asset::get;
    Operation create_asset(CreateAsset) -> AssetView = asset::create;
    Operation update_asset(UpdateAsset) -> AssetView = asset::update;
    Operation delete_assets(AssetIds) -> Touched = asset::delete;
    Operation place_assets(PlaceAssets) -> Touched = asset::place;
    Host import_preview(ImportPreviewInput) -> ImportPreview = import::preview;
    Operation import_assets(ImportAssets) -> Imported = import::import;

    Query plan_get(Nothing) -> PlanView = plan::get;
    Operation create_zone(CreateZone) -> ZoneView = plan::zone::create;
    Operation update_zone(UpdateZone) -> ZoneView = plan::zone::update;
    Operation move_zone(MoveZone) -> ZoneView = plan::zone::relocate;
    Operation delete_zone(ById) -> Done = plan::zone::delete;
    Operation create_conduit(CreateConduit) -> ConduitView = plan::conduit::create;
    Operation update_conduit(UpdateConduit) -> ConduitView = plan::conduit::update;
    Operation delete_conduit(ById) -> Done = plan::conduit::delete;
    Operation set_target(SetTarget) -> UnitPostureView = plan::set_target;
    Operation set_fact(SetFact) -> UnitPostureView = plan::fact::set;

    Query catalog_list(Nothing) -> Vec<PackView> = pack::list;
    Query catalog_pack(ById) -> QuestionsView = pack::get;
    Host check_pack(ByFile) -> PackCheck = pack::check;
    Query framework_list(Nothing) -> Vec<FrameworkView> = framework::list;
    Query framework_coverage(ByFramework) -> CoverageView = framework::coverage;
    Query questions_list(QuestionsList) -> QuestionsView = question::list;
    Operation answer_question(AnswerQuestion) -> Answered = question::answer;
    Operation clear_answer(ByAnswer) -> Answered = question::clear;
    Operation add_evidence(AddEvidence) -> EvidenceView = question::evidence::add;
    Operation add_evidence_bytes(AddEvidenceBytes) -> EvidenceView = question::evidence::add_bytes;
    Query evidence_preview(ById) -> EvidencePreview = question::evidence::preview;
    Operation remove_evidence(ById) -> Done = question::evidence::remove;
    Host export_walkdown(ExportWalkdown) -> WalkdownFile = walkdown::export;
    Host walkdown_preview(ByFile) -> WalkdownPlan = walkdown::preview;
    Operation import_walkdown(ImportWalkdown) -> WalkdownPlan = walkdown::import;
    Query posture_site(Nothing) -> PostureView = posture::site;
    Query posture_unit(ByUnit) -> UnitPostureView = posture::unit;

    Operation undo(Nothing) -> Replayed = history::undo;
    Operation redo(Nothing) -> Replayed = history::redo;
    Query history_list(HistoryList) -> Vec<OperationView> = history::list;
    Query check_site(Nothing) -> SiteCheck = history::check;

    Host make_report(ByFile) -> ReportView = report::make;
    Host identity_list(Nothing) -> Vec<IdentityView> = identity::list;
    Host make_identity(MakeIdentity) -> IdentityView = identity::make;
    Host export_certificate(ExportCertificate) -> FileView = identity::export_certificate;
    Host sign_report(SignReport) -> VerificationView = signature::sign;
    Host verify_report(ByFile) -> VerificationView = signature::verify;
}

/// Runs one command: JSON in, `{ output, changes, history }` out. `changes` names the kinds of things that a
/// screen must ask for again.
///
/// # Errors
/// A [`Problem`] that says what happened, what about the data and what to do; the site is as before.
pub fn dispatch(app: &mut App, command: &str, input: Value) -> Result<Value, Problem> {
    app.begin();
    let output = route(app, command, input)?;
    let reply = Reply {
        output,
        changes: app.take_changes(),
        history: app.history_head()?,
    };
    write(&reply)
}

fn read<T: DeserializeOwned>(command: &str, input: Value) -> Result<T, Problem> {
    let input = if input.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        input
    };
    serde_json::from_value(input).map_err(|error| {
        Problem::refused(
            "input.shape",
            format!("The message “{command}” does not have the expected form: {error}. Nothing was changed."),
            "Correct the message and send it again.",
        )
    })
}

fn write<T: Serialize>(value: &T) -> Result<Value, Problem> {
    serde_json::to_value(value)
        .map_err(|error| Problem::broken(format!("A reply could not be written: {error}.")))
}
