//! Evidence: files that back an answer, kept inside the site file under their hash.

use zonewright_domain::answer::{Answer, Evidence};
use zonewright_domain::id::EvidenceId;

use super::{asked, key_of};
use crate::app::App;
use crate::files::read_limited;
use crate::problem::Problem;
use crate::wire::Done;
use crate::wire::question::{AddEvidence, EvidenceView};
use crate::wire::site::ById;

/// Largest file of evidence, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

pub(crate) fn add(app: &mut App, input: AddEvidence) -> Result<EvidenceView, Problem> {
    let (pack, requirement) = asked(&input.pack, &input.requirement)?;
    let key = key_of(app, pack, requirement, &input.scope)?;
    let path = app.path(&input.file)?;
    let bytes = read_limited(&path, LARGEST)?;
    let file_name = crate::files::name_of_path(&path);
    let id = EvidenceId::from_bits(app.random_bits());
    let added_at = app.now_text();
    let evidence = app.transact(
        "add_evidence",
        &format!("Add evidence to {}", requirement.id),
        |tx| {
            if tx.find_answer(&key)?.is_none() {
                tx.put_answer(&Answer::empty(key.clone()))?;
            }
            let sha256 = tx.put_evidence_bytes(&bytes)?;
            let size = bytes.len() as u64;
            let evidence = Evidence {
                id,
                answer: key.clone(),
                file_name,
                size,
                sha256,
                added_at,
            };
            tx.put_evidence(&evidence)?;
            Ok(evidence)
        },
    )?;
    Ok(view(&evidence))
}

pub(crate) fn remove(app: &mut App, input: ById) -> Result<Done, Problem> {
    let id =
        EvidenceId::parse(&input.id).map_err(|error| Problem::field("id", format!("{error}.")))?;
    let all = app.file()?.evidence()?;
    let link = all
        .iter()
        .find(|link| link.id == id)
        .ok_or_else(|| Problem::missing("evidence", &input.id))?;
    app.transact(
        "remove_evidence",
        &format!("Remove “{}”", link.file_name),
        |tx| Ok(tx.delete_evidence(&id)?),
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
