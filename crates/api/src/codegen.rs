//! Writes the TypeScript side of the wire: one file of types and the map from command to input and output.
//! The test fails when the committed file differs; `cargo xtask codegen` rewrites it.
#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::path::Path;

use ts_rs::{Config, TS};
use zonewright_domain::answer::CheckMethod;
use zonewright_domain::asset::{AssetField, AssetType};
use zonewright_domain::fact::ScopingFact;
use zonewright_domain::guidance::{Contact, Place, Topic};
use zonewright_domain::mapping::Strength;
use zonewright_domain::pack::{Outcome, PackScale};
use zonewright_domain::plan::{Protection, Purdue, TargetSource, ZoneKind};
use zonewright_domain::posture::ControlState;
use zonewright_domain::role::SignRole;
use zonewright_import::{Confidence, FileFormat};
use zonewright_sign::{Trust, Verdict};

use crate::commands::type_map;
use crate::host::PickPurpose;
use crate::problem::{Problem, ProblemKind};
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
use crate::wire::words::*;
use crate::wire::{Done, Nothing, Reply};

/// Texts with a form of their own: plain strings for TypeScript, but named for what they hold.
const FORMS: &[(&str, &str, &str)] = &[
    (
        "FileHandle",
        "string",
        "An opaque name for a file that only the host can resolve.",
    ),
    ("Unit", "string", "`zone:<id>` or `conduit:<id>`."),
    ("Scope", "string", "`site`, `inside:<zone>` or a unit."),
    (
        "Levels",
        "[number, number, number, number, number, number, number]",
        "Seven levels 0–4 in the order FR 1 … FR 7.",
    ),
];

macro_rules! lists {
    ($($list:ty),+ $(,)?) => { vec![$((
        <$list as Words>::NAME,
        <$list>::every().into_iter().map(Words::spelled).collect::<Vec<_>>(),
    ),)+] };
}

/// `ZoneKind` → `ZONE_KIND`.
fn screaming(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.extend(letter.to_uppercase());
    }
    text
}

/// The closed word lists: each as an array of its words and as the union of them.
fn word_lists(text: &mut String) {
    let lists = lists![
        AssetField,
        AssetType,
        Change,
        CheckMethod,
        ColumnField,
        Confidence,
        Contact,
        ControlState,
        EvidenceKind,
        FileFormat,
        ImportSeverity,
        Outcome,
        PackScale,
        PickPurpose,
        Place,
        Protection,
        Purdue,
        ScopingFact,
        SignRole,
        SignatureMark,
        StepId,
        StepState,
        Strength,
        TargetSource,
        Topic,
        Trust,
        UnitKind,
        Verdict,
        ZoneKind,
    ];
    for (name, words) in lists {
        let (list, words) = (screaming(name), words.join("', '"));
        writeln!(text, "export const {list}_WORDS = ['{words}'] as const;").unwrap();
        writeln!(text, "export type {name} = (typeof {list}_WORDS)[number];").unwrap();
    }
}

/// A doc comment on one line.
fn one_line(docs: &str) -> String {
    let words = docs.lines().flat_map(str::split_whitespace);
    let words: Vec<&str> = words
        .filter(|word| !matches!(*word, "/**" | "*" | "*/"))
        .collect();
    format!("/** {} */", words.join(" "))
}

macro_rules! declarations {
    ($config:expr; $($ty:ty),+ $(,)?) => { vec![$((<$ty>::docs().unwrap_or_default(), <$ty>::decl($config)),)+] };
}

fn typescript() -> String {
    let config = &Config::new().with_large_int("number");
    let types = declarations![config;
        Problem, ProblemKind, HistoryHead, Reply<()>, Nothing, Done, AppState, OpenSiteView, RecentView, PickFile, FileView,
        NewSiteInput, OpenSite, ByFile, SiteView, UpdateSite, PersonView, CreatePerson, UpdatePerson, ById, StepView,
        NextStep, Steps, AssetView, OriginView, AssetsList, AssetPage, CreateAsset, UpdateAsset, AssetIds, PlaceAssets,
        Touched, ColumnChoice, ImportPreviewInput, ImportAssets, SheetView, ColumnView, SkippedView, ImportProblemView,
        ImportPlanView, ImportPreview, Imported, RectView, TargetView, ZoneView, ConduitView, PlanView, CreateZone,
        UpdateZone, MoveZone, CreateConduit, UpdateConduit, SetTarget, SetFact, ByUnit, CountsView, FrView, UnitPostureView,
        MaturityView, ProgrammeView, ProgressView, PostureView, QuestionsList, PackView, GroupView, ChoiceView,
        CheckStepView, QuestionView, OverruleView, EvidenceView, AnswerView, RequirementView, QuestionsView, AnswerQuestion, Answered,
        ByAnswer, AddEvidence, AddEvidenceBytes, EvidencePreview, ExportWalkdown, WalkdownFile, ImportWalkdown, WalkdownAnswer, WalkdownPlan, FrameworkView, ByFramework, ControlGroupView, ControlView, LinkView, StandingUnitView,
        StandingView, OnlyHereView, MappingView, CoverageView, PackProblemView, PackCheck, Replayed, HistoryList, OperationView, FindingView, SiteCheck, ReportView, IdentityView,
        MakeIdentity, ExportCertificate, SignReport, SignatureView, VerificationView,
    ];
    let mut text =
        String::from("// Written by `cargo xtask codegen` from crates/api; do not edit.\n\n");
    for (name, form, what) in FORMS {
        writeln!(text, "/** {what} */\nexport type {name} = {form};").unwrap();
    }
    text.push('\n');
    word_lists(&mut text);
    text.push('\n');
    for (docs, declaration) in types {
        writeln!(text, "{}\nexport {declaration}", one_line(&docs)).unwrap();
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
