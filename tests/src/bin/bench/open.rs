//! Opening a large site until its first posture.

use serde_json::json;

use crate::seed;
use crate::table::{Table, median, timed};

pub(crate) fn measure(table: &mut Table) {
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    seed::site(folder.path(), "large.zwsite", 10_000, 20_000);
    let times = (0..5).map(|_| {
        let mut conversation = seed::conversation(folder.path());
        let file = conversation.file("large.zwsite");
        let (took, _) = timed(|| {
            conversation.ask("open_site", json!({ "file": file }));
            conversation.ask("posture_site", json!({}))
        });
        took
    });
    table.at_most(
        "open 10,000 assets, 20,000 answers to posture",
        median(times.collect()),
        300.0,
        "ms",
    );
}
