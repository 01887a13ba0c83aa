//! The sign-off page (62443-3-2 ZCR 7) with the three signature fields.

use zonewright_domain::role::SignRole;

use super::block::{Block, Chapter, Paper};
use crate::ReportInput;

pub(crate) fn chapter(input: &ReportInput<'_>) -> Chapter {
    let draft = "This is a draft. The fields below are shown so that the page is complete; write the report again without the draft mark before anyone signs.";
    let signing = "The three people below sign in this order, each with a certificate of their own. The first signature certifies the whole document, the last one closes it. Any change after a signature shows when the signatures are verified.";
    let mut blocks = vec![Block::Paragraph(
        if input.options.draft { draft } else { signing }.into(),
    )];
    blocks.extend(SignRole::ALL.map(Block::Signature));
    Chapter {
        title: "Sign-off".to_owned(),
        paper: Paper::A4Portrait,
        blocks,
    }
}
