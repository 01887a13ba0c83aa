//! The journal: undo, redo, what happened, and the check of the whole file.

use zonewright_store::Finding;

use crate::app::App;
use crate::problem::Problem;
use crate::wire::Nothing;
use crate::wire::history::*;

pub(crate) fn undo(app: &mut App, _input: Nothing) -> Result<Replayed, Problem> {
    Ok(Replayed {
        label: app.replay(|file, who, at| file.undo(who, at))?,
    })
}

pub(crate) fn redo(app: &mut App, _input: Nothing) -> Result<Replayed, Problem> {
    Ok(Replayed {
        label: app.replay(|file, who, at| file.redo(who, at))?,
    })
}

pub(crate) fn list(app: &App, input: HistoryList) -> Result<Vec<OperationView>, Problem> {
    let operations = app.file()?.history(input.limit.unwrap_or(200))?;
    let view = |operation: zonewright_store::Operation| OperationView {
        sequence: operation.sequence,
        kind: operation.kind,
        label: operation.label,
        who: operation.who,
        at: operation.at,
        target: operation.target,
        hash: operation.hash,
    };
    Ok(operations.into_iter().map(view).collect())
}

pub(crate) fn check(app: &App, _input: Nothing) -> Result<SiteCheck, Problem> {
    let file = app.file()?;
    let findings: Vec<FindingView> = file
        .check()?
        .into_iter()
        .map(|finding| FindingView {
            code: code(&finding).to_owned(),
            message: finding.to_string(),
        })
        .collect();
    let head = file.head()?;
    Ok(SiteCheck {
        ok: findings.is_empty(),
        findings,
        operations: head.operations,
        head: head.hash,
    })
}

const fn code(finding: &Finding) -> &'static str {
    match finding {
        Finding::Page { .. } => "check.page",
        Finding::Reference { .. } => "check.reference",
        Finding::Schema { .. } => "check.schema",
        Finding::Chain { .. } => "check.chain",
        Finding::Evidence { .. } => "check.evidence",
        Finding::Row { .. } => "check.row",
    }
}
