//! The sample site's report and one signature on it.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde_json::json;
use zonewright_domain::role::SignRole;
use zonewright_sign::{Identity, Passphrase, SignRequest, sign};

use crate::seed;
use crate::table::{Table, median, timed};

const REPEATS: usize = 5;

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    let mut conversation = seed::conversation(folder.path());
    let site = conversation.file("sample.zwsite");
    conversation.ask("open_sample", json!({ "file": site }));
    let mut reports = Vec::new();
    for number in 0..REPEATS {
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
    let (unlocked, identity) = timed(|| identity(folder.path(), passphrase));
    let signatures = (0..REPEATS).map(|number| {
        let path = folder.path().join(format!("report-{number}.pdf"));
        timed(|| sign_file(&path, &identity)).0
    });
    table.at_most(
        "one signature on it, written to disk",
        median(signatures.collect()),
        50.0,
        "ms",
    );
    let mut commands = Vec::new();
    for number in 0..REPEATS {
        let file = conversation.file(format!("report-{number}.pdf"));
        let input = json!({ "file": file, "role": "reviewer", "identity": "Bench", "passphrase": passphrase });
        commands.push(timed(|| conversation.ask("sign_report", input)).0);
    }
    table.tell(
        "  the whole command: key unlocked, signed, verified",
        format!("{:.1} ms", median(commands)),
    );
    table.tell(
        "  of that, unlocking the key, which is slow on purpose",
        format!("{unlocked:.1} ms"),
    );
}

/// The only identity that is kept in the program's folder for settings.
fn identity(folder: &Path, passphrase: &str) -> Identity {
    let kept = std::fs::read_dir(folder.join("config/identities")).expect("an identity was made");
    let p12 = kept
        .flatten()
        .map(|entry| entry.path())
        .find(|path| path.extension().is_some_and(|ending| ending == "p12"))
        .expect("an identity has a key file");
    let bytes = std::fs::read(p12).expect("the key file can be read");
    Identity::load(
        &bytes,
        &Passphrase::new(passphrase.to_owned()),
        moment().to_utc(),
    )
    .expect("the passphrase is right")
}

/// Reads a report, signs it as its assessor and writes it back.
fn sign_file(path: &Path, identity: &Identity) {
    let pdf = std::fs::read(path).expect("the report was made");
    let request = SignRequest {
        role: SignRole::Assessor,
        identity,
        signed_at: moment(),
        reason: "Measured",
        place: "",
        appearance: None,
    };
    let signed = sign(&pdf, &request).expect("a fresh report can be signed");
    std::fs::write(path, signed).expect("a scratch folder can be written");
}

fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(seed::AT).expect("the moment is a date")
}
