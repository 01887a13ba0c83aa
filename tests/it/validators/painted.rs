//! The painted-over page (“shadow attack”): a revision appended after signing hides what was signed. The signed bytes
//! are untouched, so judges that look at those alone still call the signature valid; we and pyHanko look at the pages.

use lopdf::{Document, IncrementalDocument, Object, Stream, dictionary};

use super::judges::{mutool_says, pdfsig_valid, pyhanko, pyhanko_valid, qpdf};
use super::sample::{ROLES, Sample};

/// Appends a revision that covers page 2 with a white rectangle and new text, as an attacker would.
fn paint(pdf: &mut Vec<u8>) {
    let old = Document::load_mem(pdf).unwrap();
    let page = old.page_iter().nth(1).unwrap();
    let mut update = IncrementalDocument::create_from(std::mem::take(pdf), old);
    let cover = b"q 1 1 1 rg 0 0 595 842 re f Q".to_vec();
    let cover = update
        .new_document
        .add_object(Stream::new(dictionary! {}, cover));
    update.opt_clone_object_to_new_document(page).unwrap();
    let page = update.new_document.get_dictionary_mut(page).unwrap();
    let signed = page.get(b"Contents").unwrap().clone();
    page.set("Contents", vec![signed, Object::Reference(cover)]);
    update.save_to(pdf).unwrap();
}

#[test]
fn a_page_painted_over_after_signing_is_refused_with_its_number() {
    let mut sample = Sample::new();
    for (signed, role) in (1..).zip(ROLES) {
        sample.sign(role);
        let painted = sample.changed("painted.pdf", paint);
        let ours = sample.verify(&painted);
        assert_eq!(ours["verdict"], "refused", "after {role}: {ours}");
        let says = ours["findings"].to_string();
        let expected = if role == "asset_owner" {
            "After the asset owner closed the report"
        } else {
            "the contents of page 2 were changed"
        };
        assert!(says.contains(expected), "after {role}: {says}");
        let holding = ours["signatures"].as_array().unwrap().iter();
        assert_eq!(
            holding.filter(|one| one["state"] == "valid").count(),
            0,
            "after {role}"
        );
        // The strict judge refuses as well.
        let hanko = pyhanko(&painted, &sample.certificates());
        assert_eq!(
            pyhanko_valid(&hanko),
            0,
            "pyHanko after {role}: {}",
            hanko.text
        );
        // What the lenient ones say is recorded, so that we notice when they learn it: the file is well formed and
        // poppler still counts every signature over its own bytes.
        let well_formed = qpdf(&painted);
        assert!(well_formed.accepted, "{}", well_formed.text);
        assert_eq!(pdfsig_valid(&painted), signed, "pdfsig after {role}");
        let mutool = mutool_says(&painted).text;
        assert!(
            !mutool.contains("unchanged since signing"),
            "mutool after {role}: {mutool}"
        );
    }
}

#[test]
fn a_painted_report_is_not_signed_by_the_next_person() {
    let mut sample = Sample::new();
    sample.sign("assessor");
    let painted = sample.changed("painted.pdf", paint);
    std::fs::copy(painted, sample.report()).unwrap();
    let problem = sample.try_sign("reviewer").unwrap_err();
    assert_eq!(problem.code, "sign.refused");
    assert!(problem.message.contains("page 2"), "{}", problem.message);
}
