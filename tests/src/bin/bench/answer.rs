//! One answer: command in, synced commit, reply out, in small and in large files.

use serde_json::json;

use crate::seed;
use crate::table::{Table, median, timed};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
const REPEATS: usize = 41;
/// Growth that is noise rather than a cost per answer in the file.
const NOISE_MS: f64 = 1.0;

pub(crate) fn measure(table: &mut Table) {
    let mut medians = Vec::new();
    for answers in SIZES {
        let median = one_size(answers);
        table.at_most(
            format!("one answer, {answers} in the file, median"),
            median,
            10.0,
            "ms",
        );
        medians.push(median);
    }
    let growth = medians[SIZES.len() - 1] - medians[0];
    table.at_most(
        "  growth from 100 to 100,000 answers",
        growth,
        NOISE_MS.max(medians[0] * 0.25),
        "ms",
    );
}

fn one_size(answers: usize) -> f64 {
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    seed::site(folder.path(), "bench.zwsite", 10, answers);
    let mut conversation = seed::conversation(folder.path());
    let file = conversation.file("bench.zwsite");
    conversation.ask("open_site", json!({ "file": file }));
    let (pack, requirements) = seed::requirements(&mut conversation);
    let times = (0..REPEATS).map(|number| {
        let input = json!({
            "pack": pack, "requirement": requirements[number % requirements.len()], "scope": "zone:zone-0",
            "note": format!("Note {number}"),
        });
        timed(|| conversation.ask("answer_question", input)).0
    });
    median(times.collect())
}
