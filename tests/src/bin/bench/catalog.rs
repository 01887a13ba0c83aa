//! Reading every pack of the program, as the first look into the catalog does.

use zonewright_catalog::{packs, site_packs};

use crate::table::{Table, timed};

/// Must be the first measurement: packs are read once and kept.
pub(crate) fn measure(table: &mut Table) {
    let (of_sites, _) = timed(site_packs);
    let (others, all) = timed(packs);
    let questions = all.iter().flat_map(|pack| &pack.requirements);
    let questions: usize = questions.map(|one| one.questions.len()).sum();
    table.at_most("read the packs of sites", of_sites, 30.0, "ms");
    table.at_most(
        format!("read all {} packs, {questions} questions", all.len()),
        of_sites + others,
        30.0,
        "ms",
    );
}
