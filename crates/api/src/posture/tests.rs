#![allow(clippy::unwrap_used)]

use zonewright_catalog::PROGRAMME_PACK;
use zonewright_domain::posture::{AnswerIndex, programme_posture};

use super::{find_pack, programme_view};

#[test]
fn every_element_names_the_spe_it_belongs_to_and_no_spe_lies_in_another() {
    let pack = find_pack(PROGRAMME_PACK).unwrap();
    let view = programme_view(&programme_posture(pack, &AnswerIndex::new())).unwrap();
    assert_eq!(view.groups.len(), pack.groups.len());
    for (group, chapter) in view.groups.iter().zip(&pack.groups) {
        assert_eq!((&group.id, &group.section), (&chapter.id, &chapter.section));
        let home = view.sections.iter().filter(|spe| spe.id == group.section);
        assert_eq!(home.count(), 1, "{} lies in exactly one SPE", group.id);
    }
    assert!(!view.sections.is_empty());
    assert!(view.sections.iter().all(|spe| spe.section.is_empty()));
}
