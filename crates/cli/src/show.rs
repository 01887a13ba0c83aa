//! Replies as text for a terminal.

use std::fmt::Write as _;

use serde_json::Value;
use zonewright_api::Problem;

/// What happened, what about the data and what to do; a remedy that the message ends with is not said twice.
pub(crate) fn problem(problem: &Problem) -> String {
    let (message, help) = (&problem.message, &problem.help);
    if message.ends_with(help.as_str()) {
        message.clone()
    } else {
        format!("{message}\n{help}")
    }
}

pub(crate) fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn row(out: &mut String, line: std::fmt::Arguments<'_>) {
    out.write_fmt(line)
        .expect("writing to a string cannot fail");
    out.push('\n');
}

macro_rules! line {
    ($out:expr, $($arg:tt)*) => { row(&mut $out, format_args!($($arg)*)) };
}

pub(crate) fn site(site: &Value) -> String {
    format!("Made “{}”.\n", text(site, "name"))
}

fn levels(vector: &Value) -> String {
    match vector.as_array() {
        Some(levels) => levels
            .iter()
            .map(|level| format!("{level} "))
            .collect::<String>()
            .trim_end()
            .to_owned(),
        None => "not set".to_owned(),
    }
}

pub(crate) fn posture(posture: &Value) -> String {
    let mut out = String::new();
    line!(
        out,
        "{:<44} {:<15} {:<15} {:<15} {:<15}",
        "Unit (FR 1 to FR 7)",
        "SL-T",
        "SL-A",
        "possible SL-A",
        "gap"
    );
    for unit in list(posture, "units") {
        let name: String = text(unit, "name").chars().take(43).collect();
        let [target, achieved, possible, gap] =
            ["target", "achieved", "possible", "gap"].map(|key| levels(&unit[key]));
        line!(
            out,
            "{name:<44} {target:<15} {achieved:<15} {possible:<15} {gap:<15}"
        );
    }
    let progress = &posture["progress"];
    line!(
        out,
        "\nAnswered: {} of {} due technical requirements, {} of {} programme requirements.",
        progress["due_answered"],
        progress["due_total"],
        progress["programme_answered"],
        progress["programme_total"]
    );
    for section in list(&posture["programme"], "sections") {
        let level = |key: &str| {
            section[key]
                .as_u64()
                .map_or_else(|| "–".to_owned(), |level| format!("ML {level}"))
        };
        line!(
            out,
            "{} {}: {} (possible {}, {} open)",
            text(section, "id"),
            text(section, "title"),
            level("reached"),
            level("possible"),
            section["open"]
        );
    }
    out
}

/// What reading a sheet back would change.
pub(crate) fn walkdown_plan(plan: &Value) -> String {
    let mut out = String::new();
    line!(
        out,
        "For {}, written on {}: {} to set, {} unchanged.",
        text(plan, "unit_name"),
        text(plan, "day"),
        list(plan, "answers").len(),
        plan["unchanged"]
    );
    for answer in list(plan, "answers") {
        let or_open = |key: &str| match text(answer, key) {
            "" => "open".to_owned(),
            said => said.to_owned(),
        };
        line!(
            out,
            "{}: {} -> {}",
            text(answer, "requirement"),
            or_open("before"),
            or_open("after")
        );
    }
    for problem in list(plan, "problems") {
        line!(
            out,
            "{} {}: {} {}",
            text(problem, "severity"),
            text(problem, "cell"),
            text(problem, "message"),
            text(problem, "hint")
        );
    }
    out
}

/// What reading a sheet back has changed.
pub(crate) fn walkdown_done(plan: &Value) -> String {
    format!("{}Taken over.\n", walkdown_plan(plan))
}

pub(crate) fn preview(preview: &Value) -> String {
    let mut out = String::new();
    line!(
        out,
        "{} · sheet “{}” · header in row {} · {} rows",
        text(preview, "file_name"),
        text(preview, "sheet"),
        preview["header_row"],
        preview["row_count"]
    );
    for column in list(preview, "columns") {
        let field = column["field"]
            .as_str()
            .unwrap_or("kept as extra attribute");
        line!(
            out,
            "  {:<3} {:<28} → {field} ({})",
            text(column, "letter"),
            text(column, "header"),
            text(column, "confidence")
        );
    }
    let plan = &preview["plan"];
    line!(
        out,
        "Would create {} assets, skip {} rows.",
        plan["create"],
        list(plan, "skipped").len()
    );
    for skipped in list(plan, "skipped") {
        line!(out, "  row {}: {}", skipped["row"], text(skipped, "reason"));
    }
    for problem in list(plan, "problems") {
        line!(
            out,
            "  {} {}: {} {}",
            text(problem, "severity"),
            text(problem, "cell"),
            text(problem, "message"),
            text(problem, "hint")
        );
    }
    for zone in list(plan, "new_zones") {
        line!(
            out,
            "  zone {zone} is not in the site; --create-zones makes it"
        );
    }
    out
}

pub(crate) fn imported(result: &Value) -> String {
    format!(
        "Imported {} assets; {} rows skipped, {} notes, {} zones made.\n",
        result["created"], result["skipped"], result["problems"], result["zones_created"]
    )
}

pub(crate) fn report(report: &Value) -> String {
    format!(
        "Wrote {} ({} bytes, SHA-256 {}).\n",
        text(report, "name"),
        report["size"],
        text(report, "sha256")
    )
}

pub(crate) fn identity(identity: &Value) -> String {
    format!(
        "Made the identity “{}”, valid until {}.\nFingerprint: {}\nIt is self-made: give the fingerprint to those who verify by another way than the report.\n",
        text(identity, "name"),
        text(identity, "valid_until"),
        text(identity, "fingerprint")
    )
}

pub(crate) fn verification(verification: &Value) -> String {
    let mut out = String::new();
    line!(out, "{}", text(verification, "message"));
    for signature in list(verification, "signatures") {
        line!(
            out,
            "{}: {} {}",
            titled(
                signature["role"]
                    .as_str()
                    .unwrap_or(text(signature, "field"))
            ),
            text(signature, "state"),
            text(signature, "signer")
        );
        for sentence in list(signature, "sentences") {
            line!(out, "  {}", sentence.as_str().unwrap_or_default());
        }
    }
    for finding in list(verification, "findings") {
        line!(out, "  {}", finding.as_str().unwrap_or_default());
    }
    match (
        verification["matches_site"].as_bool(),
        verification["site_changes_since"].as_u64(),
    ) {
        (Some(true), _) => line!(out, "The report tells what the site holds now."),
        (Some(false), Some(since)) => line!(
            out,
            "The site has {since} operations since this report was made."
        ),
        (Some(false), None) => line!(out, "The report was made from another site."),
        (None, _) => {}
    }
    out
}

/// A word of the wire as a person reads it: `asset_owner` as `Asset owner`.
fn titled(word: &str) -> String {
    let spaced = word.replace('_', " ");
    let mut letters = spaced.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

pub(crate) fn check(check: &Value) -> String {
    let mut out = String::new();
    for finding in list(check, "findings") {
        line!(
            out,
            "{}: {}",
            text(finding, "code"),
            text(finding, "message")
        );
    }
    if check["ok"] == true {
        line!(
            out,
            "The file is sound: integrity, schema, hash chain of {} operations and evidence.",
            check["operations"]
        );
    }
    line!(out, "Head {}", text(check, "head"));
    out
}

pub(crate) fn history(operations: &Value) -> String {
    let mut out = String::new();
    for operation in operations.as_array().into_iter().flatten() {
        let hash: String = text(operation, "hash").chars().take(12).collect();
        line!(
            out,
            "{:>6} {} {:<12} {} {hash}",
            operation["sequence"],
            text(operation, "at"),
            text(operation, "who"),
            text(operation, "label")
        );
    }
    out
}

pub(crate) fn catalog(packs: &Value) -> String {
    let mut out = String::new();
    for pack in packs.as_array().into_iter().flatten() {
        line!(
            out,
            "{:<22} {} · {} · {} requirements, {} questions · {}",
            text(pack, "id"),
            text(pack, "standard"),
            text(pack, "title"),
            pack["requirements"],
            pack["questions"],
            text(pack, "sha256")
        );
    }
    out
}

pub(crate) fn pack(pack: &Value) -> String {
    let mut out = String::new();
    for requirement in list(pack, "requirements") {
        let from = requirement["from"]
            .as_u64()
            .map_or_else(String::new, |level| format!(" (from SL {level})"));
        line!(
            out,
            "{} {}{from}",
            text(requirement, "id"),
            text(requirement, "title")
        );
        for question in list(requirement, "questions") {
            line!(out, "  {} {}", text(question, "id"), text(question, "text"));
            for choice in list(question, "choices") {
                line!(
                    out,
                    "    {}: {} → {}",
                    text(choice, "id"),
                    text(choice, "text"),
                    text(choice, "outcome")
                );
            }
        }
    }
    out
}

pub(crate) fn pack_check(check: &Value) -> String {
    let mut out = String::new();
    for problem in list(check, "problems") {
        let line = problem["line"]
            .as_u64()
            .map_or_else(String::new, |line| format!(", line {line}"));
        line!(
            out,
            "{}{line}: {} {}",
            text(problem, "file"),
            text(problem, "message"),
            text(problem, "remedy")
        );
    }
    match list(check, "problems").len() {
        0 => {
            let pack = &check["pack"];
            line!(
                out,
                "The pack {} is sound: {} requirements, {} questions, SHA-256 {}.",
                text(pack, "id"),
                pack["requirements"],
                pack["questions"],
                text(pack, "sha256")
            );
        }
        1 => line!(out, "1 problem. Nothing was changed."),
        count => line!(out, "{count} problems. Nothing was changed."),
    }
    out
}
