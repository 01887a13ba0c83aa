//! Evidence: files that back an answer, kept inside the site file under their hash. A file comes from a dialog (the
//! page never learns its path) or as bytes that a person dropped on the page or pasted into it.

mod picture;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use zonewright_domain::answer::{Answer, AnswerKey, Evidence};
use zonewright_domain::id::EvidenceId;

use self::picture::{Kind, kind_of};
use super::{asked, key_of};
use crate::app::App;
use crate::files::read_limited;
use crate::problem::Problem;
use crate::site::name_of;
use crate::wire::Done;
use crate::wire::question::{AddEvidence, AddEvidenceBytes, EvidencePreview, EvidenceView};
use crate::wire::site::ById;
use crate::wire::words::EvidenceKind;

/// Largest file of evidence, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Largest picture that is handed to a screen, in bytes.
const LARGEST_SHOWN: u64 = 8 * 1024 * 1024;
/// Most pixels of a picture that is handed to a screen, which unpacks four bytes for each.
const MOST_PIXELS: u64 = 40_000_000;

pub(crate) fn add(app: &mut App, input: AddEvidence) -> Result<EvidenceView, Problem> {
    let key = key(app, &input.pack, &input.requirement, &input.scope)?;
    let path = app.path(&input.file)?;
    let bytes = read_limited(&path, LARGEST)?;
    keep(app, key, crate::files::name_of_path(&path), &bytes)
}

/// Adds bytes that were dropped or pasted. What calls itself a picture must be one, because a person would see the
/// damage only when the original is long gone.
pub(crate) fn add_bytes(app: &mut App, input: AddEvidenceBytes) -> Result<EvidenceView, Problem> {
    let key = key(app, &input.pack, &input.requirement, &input.scope)?;
    let file_name = bare_name(&input.file_name)?;
    // Four characters stand for three bytes; what is longer is not even decoded.
    if input.base64.len() as u64 > LARGEST.div_ceil(3) * 4 {
        return Err(too_large(&file_name));
    }
    let bytes = STANDARD.decode(&input.base64).map_err(|_| {
        Problem::field(
            "base64",
            format!("“{file_name}” did not arrive whole, so it was not kept."),
        )
    })?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(&file_name));
    }
    if bytes.is_empty() {
        return Err(Problem::refused(
            "evidence.empty",
            format!("“{file_name}” is empty. Nothing was changed."),
            "Drop a file that holds something; a folder cannot be dropped, only the files in it.",
        ));
    }
    if claims_picture(&file_name) && kind_of(&bytes).is_none_or(|kind| kind == Kind::Pdf) {
        return Err(Problem::refused(
            "evidence.not_a_picture",
            format!(
                "“{file_name}” has the name of a picture but its content is none. Nothing was changed."
            ),
            "Open it to see whether it is damaged, take the picture again, or give it its right name.",
        ));
    }
    keep(app, key, file_name, &bytes)
}

/// What a file of evidence is, and the picture itself when it is one that can be shown: PNG, JPEG or WebP, never a
/// format that carries script (SVG, HTML), and never one that unpacks to more than a screen can hold.
pub(crate) fn preview(app: &App, input: ById) -> Result<EvidencePreview, Problem> {
    let link = find(app, &input.id)?;
    let bytes = app.file()?.evidence_bytes(&link.sha256)?;
    let found = kind_of(&bytes);
    let shown = match found {
        Some(Kind::Picture(raster, size)) => (bytes.len() as u64 <= LARGEST_SHOWN
            && size.is_some_and(|(width, height)| {
                u64::from(width) * u64::from(height) <= MOST_PIXELS
            }))
        .then(|| format!("data:{};base64,{}", raster.media(), STANDARD.encode(&bytes))),
        Some(Kind::Pdf) | None => None,
    };
    let kind = match found {
        Some(Kind::Picture(raster, _)) => raster.word(),
        Some(Kind::Pdf) => EvidenceKind::Pdf,
        None => EvidenceKind::Other,
    };
    Ok(EvidencePreview {
        kind: kind.into(),
        picture: shown,
    })
}

pub(crate) fn remove(app: &mut App, input: ById) -> Result<Done, Problem> {
    let link = find(app, &input.id)?;
    app.transact(
        "remove_evidence",
        &format!("Remove “{}”", link.file_name),
        |tx| Ok(tx.delete_evidence(&link.id)?),
    )?;
    Ok(Done {})
}

pub(crate) fn view(evidence: &Evidence) -> EvidenceView {
    EvidenceView {
        id: evidence.id.to_string(),
        file_name: evidence.file_name.clone(),
        size: evidence.size,
        sha256: evidence.sha256.clone(),
        added_at: evidence.added_at.clone(),
    }
}

fn key(app: &App, pack: &str, requirement: &str, scope: &str) -> Result<AnswerKey, Problem> {
    let (pack, requirement) = asked(pack, requirement)?;
    key_of(app, pack, requirement, scope)
}

fn find(app: &App, id: &str) -> Result<Evidence, Problem> {
    let parsed =
        EvidenceId::parse(id).map_err(|error| Problem::field("id", format!("{error}.")))?;
    app.file()?
        .find_evidence(&parsed)?
        .ok_or_else(|| Problem::missing("evidence", id))
}

/// Keeps bytes as evidence of an answer, which is made when there is none yet.
fn keep(
    app: &mut App,
    key: AnswerKey,
    file_name: String,
    bytes: &[u8],
) -> Result<EvidenceView, Problem> {
    let id = EvidenceId::from_bits(app.random_bits());
    let added_at = app.now_text();
    let label = format!("Add evidence to {}", key.requirement);
    let evidence = app.transact("add_evidence", &label, |tx| {
        if tx.find_answer(&key)?.is_none() {
            tx.put_answer(&Answer::empty(key.clone()))?;
        }
        let evidence = Evidence {
            id,
            answer: key,
            file_name,
            size: bytes.len() as u64,
            sha256: tx.put_evidence_bytes(bytes)?,
            added_at,
        };
        tx.put_evidence(&evidence)?;
        Ok(evidence)
    })?;
    Ok(view(&evidence))
}

/// The name without folders of either system: a name is shown and exported, never followed.
fn bare_name(given: &str) -> Result<String, Problem> {
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let shown: String = last.chars().filter(|letter| !letter.is_control()).collect();
    name_of("file_name", &shown)
}

fn claims_picture(file_name: &str) -> bool {
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| {
        ["png", "jpg", "jpeg", "webp"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
    })
}

fn too_large(file_name: &str) -> Problem {
    Problem::refused(
        "evidence.too_large",
        format!(
            "“{file_name}” is larger than {} MB. Nothing was changed.",
            LARGEST / 1024 / 1024
        ),
        "Take the part that proves the answer, or keep the file elsewhere and note where.",
    )
}

#[cfg(test)]
mod tests;
