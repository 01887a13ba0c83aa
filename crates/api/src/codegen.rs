//! Writes the TypeScript side of the wire: one file of types and the map from command to input and output.
//! The test fails when the committed file differs; `cargo xtask codegen` rewrites it.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use ts_rs::{Config, TS};

use crate::commands::type_map;
use crate::problem::{Problem, ProblemKind};
use crate::wire::asset::*;
use crate::wire::files::*;
use crate::wire::history::*;
use crate::wire::import::*;
use crate::wire::plan::*;
use crate::wire::posture::*;
use crate::wire::question::*;
use crate::wire::report::*;
use crate::wire::site::*;
use crate::wire::{Done, Nothing};

macro_rules! declarations {
    ($config:expr; $($ty:ty),+ $(,)?) => { vec![$(<$ty>::decl($config),)+] };
}

fn typescript() -> String {
    let config = &Config::new().with_large_int("number");
    let types = declarations![config;
        Problem, ProblemKind, HistoryHead, Nothing, Done, AppState, OpenSiteView, RecentView, PickFile, FileView,
        NewSiteInput, OpenSite, ByFile, SiteView, UpdateSite, PersonView, CreatePerson, UpdatePerson, ById, StepView,
        NextStep, Steps, AssetView, OriginView, AssetsList, AssetPage, CreateAsset, UpdateAsset, AssetIds, PlaceAssets,
        Touched, ColumnChoice, ImportPreviewInput, ImportAssets, SheetView, ColumnView, SkippedView, ImportProblemView,
        ImportPlanView, ImportPreview, Imported, RectView, TargetView, ZoneView, ConduitView, PlanView, CreateZone,
        UpdateZone, MoveZone, CreateConduit, UpdateConduit, SetTarget, ByUnit, CountsView, FrView, UnitPostureView,
        MaturityView, ProgrammeView, ProgressView, PostureView, QuestionsList, PackView, GroupView, ChoiceView,
        QuestionView, OverruleView, EvidenceView, AnswerView, RequirementView, QuestionsView, AnswerQuestion, Answered,
        ByAnswer, AddEvidence, Replayed, HistoryList, OperationView, FindingView, SiteCheck, ReportView, IdentityView,
        MakeIdentity, ExportCertificate, SignReport, SignatureView, VerificationView,
    ];
    let mut text =
        String::from("// Written by `cargo xtask codegen` from crates/api; do not edit.\n\n");
    for declaration in types {
        writeln!(text, "export {declaration}").unwrap();
    }
    text.push_str("\nexport interface Commands {\n");
    for (name, input, output) in type_map(config) {
        writeln!(text, "  {name}: {{ input: {input}; output: {output} }};").unwrap();
    }
    text.push_str("}\n");
    text
}

#[test]
fn the_generated_typescript_is_what_the_wire_types_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/api/generated/wire.ts");
    let fresh = typescript();
    if std::env::var_os("ZONEWRIGHT_CODEGEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == fresh,
        "ui/src/api/generated/wire.ts is out of date: run `cargo xtask codegen` and commit it"
    );
}
