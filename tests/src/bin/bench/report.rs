//! The sample site's report and one signature on it.

use serde_json::json;

use crate::seed;
use crate::table::{Table, median, timed};

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    let mut conversation = seed::conversation(folder.path());
    let site = conversation.file("sample.zwsite");
    conversation.ask("open_sample", json!({ "file": site }));
    let mut reports = Vec::new();
    for number in 0..5 {
        let file = conversation.file(format!("report-{number}.pdf"));
        reports.push(timed(|| conversation.ask("make_report", json!({ "file": file }))).0);
    }
    table.at_most(
        "report of the sample site, unsigned",
        median(reports) / 1000.0,
        0.5,
        "s",
    );
    let passphrase = "bench passphrase";
    conversation.ask(
        "make_identity",
        json!({ "name": "Bench", "organisation": "Bench", "passphrase": passphrase }),
    );
    let mut signatures = Vec::new();
    for number in 0..5 {
        let file = conversation.file(format!("report-{number}.pdf"));
        let input = json!({ "file": file, "role": "assessor", "identity": "Bench", "passphrase": passphrase });
        signatures.push(timed(|| conversation.ask("sign_report", input)).0);
    }
    table.at_most(
        "one signature on it, key unlocked and result verified",
        median(signatures),
        50.0,
        "ms",
    );
}
