//! Site files of a given size. They are filled in one operation below the commands, because a hundred thousand
//! answers one by one would take a quarter of an hour; what is measured afterwards goes through the commands.

use std::path::Path;

use serde_json::json;
use zonewright_domain::answer::{Answer, AnswerKey, Overrule, Rating, Scope};
use zonewright_domain::id::{AssetId, ZoneId};
use zonewright_domain::pack::Outcome;
use zonewright_store::{OpenMode, OperationHead, SiteFile, StoreError};
use zonewright_tests::conversation::Conversation;

/// The moment and the person of every seeded row.
pub(crate) const AT: &str = "2026-11-23T09:00:00+01:00";
const WHO: &str = "bench";

/// A program that keeps its files in `folder` and reads spreadsheets with this very binary.
pub(crate) fn conversation(folder: &Path) -> Conversation {
    let reader = std::env::current_exe().expect("a running program has a path");
    Conversation::start(folder, &reader)
}

/// The technical pack and its requirements.
pub(crate) fn requirements(conversation: &mut Conversation) -> (String, Vec<String>) {
    let list = conversation.ask("questions_list", json!({ "unit": "zone:zone-0" }));
    let pack = list["pack"]["id"]
        .as_str()
        .expect("a pack has an id")
        .to_owned();
    let ids = list["requirements"]
        .as_array()
        .expect("a pack has requirements");
    (
        pack,
        ids.iter()
            .filter_map(|requirement| requirement["id"].as_str().map(str::to_owned))
            .collect(),
    )
}

/// Makes a site `name` with so many assets and answers, spread over as many zones as that takes, and closes it.
pub(crate) fn site(folder: &Path, name: &str, assets: usize, answers: usize) {
    let mut conversation = conversation(folder);
    let file = conversation.file(name);
    conversation.ask("new_site", json!({ "file": file, "name": "Bench" }));
    conversation.ask(
        "create_zone",
        json!({ "id": "zone-0", "name": "Zone 0", "kind": "control" }),
    );
    conversation.ask(
        "set_target",
        json!({ "unit": "zone:zone-0", "levels": [2, 2, 2, 2, 2, 2, 2], "reason": "bench" }),
    );
    conversation.ask(
        "create_asset",
        json!({ "id": "asset-0", "name": "Asset 0", "zone": "zone-0" }),
    );
    let (pack, requirements) = requirements(&mut conversation);
    conversation.ask("close_site", json!({}));
    fill(&folder.join(name), &pack, &requirements, assets, answers)
        .expect("a fresh site can be filled");
}

fn fill(
    path: &Path,
    pack: &str,
    requirements: &[String],
    assets: usize,
    answers: usize,
) -> Result<(), StoreError> {
    let mut file = SiteFile::open(
        path,
        OpenMode::Write {
            who: WHO,
            since: AT,
        },
    )?;
    let zone = file.zones()?.remove(0);
    let asset = file.assets()?.remove(0);
    let zones = answers.div_ceil(requirements.len()).max(1);
    let head = OperationHead {
        kind: "import_assets",
        label: "Fill for measuring",
        who: WHO,
        at: AT,
    };
    file.transact(&head, |tx| -> Result<(), StoreError> {
        for number in 1..zones {
            let mut next = zone.clone();
            next.id = ZoneId::parse(&format!("zone-{number}")).expect("the id is well formed");
            next.name = format!("Zone {number}");
            tx.put_zone(&next)?;
        }
        for number in 1..assets {
            let mut next = asset.clone();
            next.id = AssetId::parse(&format!("asset-{number}")).expect("the id is well formed");
            next.name = format!("Asset {number}");
            tx.put_asset(&next)?;
        }
        for number in 0..answers {
            let scope = format!("zone:zone-{}", number / requirements.len());
            tx.put_answer(&answer(
                pack,
                &requirements[number % requirements.len()],
                &scope,
            ))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn answer(pack: &str, requirement: &str, scope: &str) -> Answer {
    let scope = Scope::parse(scope).expect("the scope is well formed");
    let mut answer = Answer::empty(AnswerKey {
        pack: pack.to_owned(),
        requirement: requirement.to_owned(),
        scope,
    });
    answer.overrule = Some(Overrule {
        outcome: Outcome::Rating(Rating::Met),
        reason: "Seeded for measuring.".to_owned(),
    });
    answer
}
