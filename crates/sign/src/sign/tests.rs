//! Attacks by somebody who holds a good key and appends proper signatures, only not to what the others signed.

use lopdf::{Document, IncrementalDocument, Object, Stream, dictionary};
use zonewright_domain::role::SignRole;

use super::{SignRequest, append_signature};
use crate::support::{Kind, at, identity, report, sign_as, signed};
use crate::verify::{Check, Verdict, verify};

fn sign_unchecked(pdf: &[u8], role: SignRole) -> Vec<u8> {
    let own = identity("p384");
    let signed_at = at("2026-11-23T10:00:00+01:00");
    let request = SignRequest {
        role,
        identity: &own,
        signed_at,
        reason: "",
        place: "",
        appearance: None,
    };
    append_signature(pdf, &request).unwrap()
}

/// Puts a white box over page 2 in a revision of its own.
fn paint(pdf: &[u8]) -> Vec<u8> {
    let mut update =
        IncrementalDocument::create_from(pdf.to_vec(), Document::load_mem(pdf).unwrap());
    let page = update.get_prev_documents().page_iter().nth(1).unwrap();
    let box_ = update.new_document.add_object(Stream::new(
        dictionary! {},
        b"1 g 0 0 595 842 re f".to_vec(),
    ));
    update.opt_clone_object_to_new_document(page).unwrap();
    let page = update.new_document.get_dictionary_mut(page).unwrap();
    let old = page.get(b"Contents").unwrap().clone();
    page.set("Contents", vec![old, Object::Reference(box_)]);
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    out
}

#[test]
fn a_page_painted_over_between_two_good_signatures_is_refused_by_its_number() {
    for kind in Kind::ALL {
        let pdf = sign_unchecked(&paint(&signed(kind, 1)), SignRole::Reviewer);
        let state = verify(&pdf, &[]).unwrap();
        assert_eq!(state.verdict, Verdict::Refused);
        // Both signatures are good by themselves; only the comparison of the revisions tells.
        assert!(
            state
                .signatures
                .iter()
                .all(|one| one.signature == Check::Ok && one.digest == Check::Ok && !one.valid)
        );
        assert!(
            state.findings[0].contains("the contents of page 2 were changed"),
            "{:?}",
            state.findings
        );
    }
}

#[test]
fn signatures_out_of_turn_or_after_the_lock_are_refused() {
    use SignRole::{Assessor, AssetOwner, Reviewer};
    for kind in Kind::ALL {
        for (count, role) in [
            (0, Reviewer),
            (0, AssetOwner),
            (1, AssetOwner),
            (1, Assessor),
            (2, Reviewer),
            (3, Reviewer),
        ] {
            let pdf = sign_unchecked_again(&signed(kind, count), role);
            let state = verify(&pdf, &[]).unwrap();
            assert_eq!(state.verdict, Verdict::Refused, "{kind:?} {count} {role:?}");
            assert!(state.signatures.iter().all(|one| !one.valid));
        }
    }
}

/// Signs a field even when it already holds a signature, by dropping the old one first.
fn sign_unchecked_again(pdf: &[u8], role: SignRole) -> Vec<u8> {
    let doc = Document::load_mem(pdf).unwrap();
    let form = crate::pdf::fields::Form::find(&doc).unwrap();
    let taken =
        doc.get_dictionary(form.field(role)).unwrap().has(b"V") || role == SignRole::Assessor;
    if !taken {
        return sign_unchecked(pdf, role);
    }
    let mut update = IncrementalDocument::create_from(pdf.to_vec(), doc);
    for id in [form.field(role), form.catalog] {
        update.opt_clone_object_to_new_document(id).unwrap();
        let dict = update.new_document.get_dictionary_mut(id).unwrap();
        dict.remove(b"V");
        dict.remove(b"Perms");
    }
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    sign_unchecked(&out, role)
}

#[test]
fn two_reports_do_not_exchange_their_revisions() {
    for kind in Kind::ALL {
        let (one, other) = (signed(kind, 2), signed(kind, 1));
        let again = sign_as(&report(kind), SignRole::Assessor, &identity("p384")).unwrap();
        let mixed = [again.as_slice(), &one[other.len().min(one.len())..]].concat();
        assert_eq!(verify(&mixed, &[]).unwrap().verdict, Verdict::Refused);
    }
}
