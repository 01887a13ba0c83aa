//! Every way to change a signed report that we know of, and the sentence it earns.
#![allow(clippy::unwrap_used)]

mod support;

use lopdf::{Document, IncrementalDocument, Object, ObjectId, Stream, dictionary};
use proptest::prelude::*;
use support::{Kind, identity, report, report_document, save, sign_as, signed};
use zonewright_domain::role::SignRole;
use zonewright_sign::{Check, Verdict, Verification, verify};

/// Appends a revision as another program would: `change` edits the newest document.
fn append(pdf: &[u8], change: impl Fn(&mut IncrementalDocument)) -> Vec<u8> {
    let mut update =
        IncrementalDocument::create_from(pdf.to_vec(), Document::load_mem(pdf).unwrap());
    change(&mut update);
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    out
}

/// The dictionary of an old object, taken over into the new revision.
fn edit(update: &mut IncrementalDocument, id: ObjectId, change: impl Fn(&mut lopdf::Dictionary)) {
    update.opt_clone_object_to_new_document(id).unwrap();
    change(update.new_document.get_dictionary_mut(id).unwrap());
}

fn page(update: &IncrementalDocument, number: usize) -> ObjectId {
    update
        .get_prev_documents()
        .page_iter()
        .nth(number - 1)
        .unwrap()
}

fn field(update: &IncrementalDocument, role: SignRole) -> ObjectId {
    field_of(update.get_prev_documents(), role)
}

fn field_of(doc: &Document, role: SignRole) -> ObjectId {
    let name = role.field_name().as_bytes();
    let found = doc.objects.iter().find(|(_, object)| {
        object.as_dict().is_ok_and(|dict| {
            dict.get(b"T")
                .and_then(Object::as_str)
                .is_ok_and(|text| text == name)
        })
    });
    *found.unwrap().0
}

fn catalog(update: &IncrementalDocument) -> ObjectId {
    update
        .get_prev_documents()
        .trailer
        .get(b"Root")
        .unwrap()
        .as_reference()
        .unwrap()
}

/// The file is refused, no signature counts, and a finding says `expected`.
fn refused(pdf: &[u8], expected: &str) -> Verification {
    let state = verify(pdf, &[]).unwrap();
    assert_eq!(state.verdict, Verdict::Refused, "{expected}");
    assert!(state.signatures.iter().all(|one| !one.valid), "{expected}");
    assert!(
        state.findings.iter().any(|text| text.contains(expected)),
        "{expected}: {:?}",
        state.findings
    );
    assert!(state.open.is_empty());
    state
}

fn paint(update: &mut IncrementalDocument, number: usize) {
    let id = page(update, number);
    let paint = update
        .new_document
        .add_object(Stream::new(dictionary! {}, b"0 0 595 842 re f".to_vec()));
    edit(update, id, |page| {
        let old = page.get(b"Contents").unwrap().clone();
        page.set("Contents", vec![old, paint.into()]);
    });
}

#[test]
fn appended_revisions_of_others_are_named_and_refused() {
    type Change = fn(&mut IncrementalDocument);
    let cases: [(Change, &str); 11] = [
        (
            |update| paint(update, 2),
            "the contents of page 2 were changed",
        ),
        (
            |update| {
                let old = update.get_prev_documents();
                let page = old.get_dictionary(page(update, 3)).unwrap();
                let content = page.get(b"Contents").unwrap().as_reference().unwrap();
                update
                    .new_document
                    .set_object(content, Stream::new(dictionary! {}, b"BT ET".to_vec()));
            },
            "the contents of page 3 were changed",
        ),
        (
            |update| {
                let note = dictionary! { "Type" => "Annot", "Subtype" => "FreeText" };
                let note = update.new_document.add_object(note);
                let id = page(update, 1);
                edit(update, id, |page| page.set("Annots", vec![note.into()]));
            },
            "annotations on page 1",
        ),
        (
            |update| {
                let id = catalog(update);
                edit(update, id, |catalog| {
                    catalog.set("OpenAction", dictionary! { "S" => "JavaScript" })
                });
            },
            "the catalog of the document was changed",
        ),
        (
            |update| {
                let old = update.get_prev_documents();
                let found = old.objects.iter().find(|(_, object)| {
                    object
                        .as_stream()
                        .is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
                });
                let id = *found.unwrap().0;
                let kind = dictionary! { "Type" => "EmbeddedFile" };
                update
                    .new_document
                    .set_object(id, Stream::new(kind, b"{\"zones\": 0}".to_vec()));
            },
            "an attachment was added, removed or replaced",
        ),
        (
            |update| {
                let id = field(update, SignRole::AssetOwner);
                edit(update, id, |field| drop(field.remove(b"Lock")));
            },
            "the signature field “AssetOwner” was changed",
        ),
        (
            |update| {
                let id = field(update, SignRole::Reviewer);
                edit(update, id, |field| {
                    field.set("Rect", vec![0.into(), 0.into(), 9.into(), 9.into()])
                });
            },
            "the signature field “Reviewer” was changed",
        ),
        (
            |update| {
                let (one, other) = (
                    field(update, SignRole::Reviewer),
                    field(update, SignRole::AssetOwner),
                );
                edit(update, one, |field| {
                    field.set("T", Object::string_literal("AssetOwner"))
                });
                edit(update, other, |field| {
                    field.set("T", Object::string_literal("Reviewer"))
                });
            },
            "the signature field “Reviewer” was swapped",
        ),
        (
            |update| {
                let id = field(update, SignRole::Reviewer);
                edit(update, id, |field| {
                    field.set("T", Object::string_literal("Assessor"))
                });
            },
            "the signature fields were changed",
        ),
        (
            |update| {
                let id = catalog(update);
                edit(update, id, |catalog| drop(catalog.remove(b"AcroForm")));
            },
            "the signature fields were changed",
        ),
        (
            |update| {
                update
                    .new_document
                    .set_object((900, 0), dictionary! { "Hidden" => 1 })
            },
            "objects were added",
        ),
    ];
    for kind in Kind::ALL {
        for count in 1..=3 {
            let pdf = signed(kind, count);
            for (change, expected) in cases {
                let state = refused(&append(&pdf, change), expected);
                assert_eq!(state.signatures.len(), count);
            }
        }
    }
}

#[test]
fn a_painted_report_is_not_signed_by_the_next_role() {
    for kind in Kind::ALL {
        let painted = append(&signed(kind, 1), |update| paint(update, 2));
        let refused = sign_as(&painted, SignRole::Reviewer, &identity("p384")).unwrap_err();
        assert_eq!(refused.code(), "sign-refused");
        assert!(refused.to_string().contains("page 2"), "{refused}");
    }
}

/// End of revision `place`: the place after its last `%%EOF` line.
fn signed_length(pdf: &[u8], place: usize) -> usize {
    let marks: Vec<usize> = pdf
        .windows(6)
        .enumerate()
        .filter(|(_, part)| part == b"%%EOF\n")
        .map(|(at, _)| at + 6)
        .collect();
    // The unsigned report ends without or with a line end, the signed ones always with one.
    let signed: Vec<usize> = marks.into_iter().filter(|end| *end > 10_000).collect();
    signed[place]
}

#[test]
fn nothing_may_follow_the_lock() {
    for kind in Kind::ALL {
        let pdf = signed(kind, 3);
        assert_eq!(
            sign_as(&pdf, SignRole::Reviewer, &identity("p256"))
                .unwrap_err()
                .code(),
            "sign-already-signed"
        );
        refused(
            &append(&pdf, |update| paint(update, 1)),
            "After the asset owner closed the report",
        );
        refused(
            &[pdf.as_slice(), b"\n"].concat(),
            "bytes were added that no signature covers",
        );
        refused(
            &[pdf.as_slice(), b"% harmless comment\n"].concat(),
            "bytes were added",
        );
    }
}

#[test]
fn a_cut_or_damaged_file_is_refused() {
    for kind in Kind::ALL {
        let pdf = signed(kind, 2);
        let first = signed_length(&pdf, 0);
        // Cut exactly after the first signature: an honest older state.
        assert_eq!(verify(&pdf[..first], &[]).unwrap().verdict, Verdict::Valid);
        for cut in [
            pdf.len() - 1,
            pdf.len() - 30,
            first + 1,
            first - 1,
            first - 200,
        ] {
            let state = verify(&pdf[..cut], &[]);
            assert!(
                !state.is_ok_and(|state| state.verdict == Verdict::Valid),
                "{kind:?} cut at {cut}"
            );
        }
        let mut broken = pdf.clone();
        let at = broken
            .windows(9)
            .rposition(|part| part == b"startxref")
            .unwrap();
        broken[at + 10] = b'9';
        refused(&broken, "changed");
    }
}

#[test]
fn a_field_that_claims_a_broken_signature_is_refused() {
    let pdf = signed(Kind::Table, 1);
    let mut broken = pdf.clone();
    let at = broken
        .windows(10)
        .rposition(|part| part == b"/ByteRange")
        .unwrap();
    broken[at + 1] = b'X';
    let state = verify(&broken, &[]).unwrap();
    assert_eq!(state.verdict, Verdict::Refused);
    assert!(
        state.findings[0].contains("“Assessor” is damaged"),
        "{:?}",
        state.findings
    );
}

#[test]
fn fields_twice_swapped_or_missing_are_not_ours() {
    let mut twice = report_document();
    let (one, other) = (
        field_of(&twice, SignRole::Assessor),
        field_of(&twice, SignRole::Reviewer),
    );
    twice
        .get_dictionary_mut(other)
        .unwrap()
        .set("T", Object::string_literal("Assessor"));
    let mut more = report_document();
    let form = more
        .catalog()
        .unwrap()
        .get(b"AcroForm")
        .unwrap()
        .as_reference()
        .unwrap();
    let list = more
        .get_dictionary_mut(form)
        .unwrap()
        .get_mut(b"Fields")
        .unwrap()
        .as_array_mut()
        .unwrap();
    list.push(Object::Reference(one));
    for doc in [twice, more] {
        let pdf = save(doc, Kind::Table);
        assert_eq!(
            sign_as(&pdf, SignRole::Assessor, &identity("p256"))
                .unwrap_err()
                .code(),
            "pdf-not-ours"
        );
        assert_eq!(verify(&pdf, &[]).unwrap().verdict, Verdict::NotSigned);
    }
}

#[test]
fn a_reference_to_nothing_cannot_be_filled_later() {
    // The report refers to an object that does not exist yet; the next signature would bring one with that number.
    let mut doc = report_document();
    let catalog = doc.trailer.get(b"Root").unwrap().as_reference().unwrap();
    doc.get_dictionary_mut(catalog)
        .unwrap()
        .set("OpenAction", Object::Reference((60, 0)));
    let pdf = sign_as(
        &save(doc, Kind::Table),
        SignRole::Assessor,
        &identity("p256"),
    );
    let pdf = pdf
        .and_then(|pdf| sign_as(&pdf, SignRole::Reviewer, &identity("p256")))
        .unwrap();
    assert_eq!(verify(&pdf, &[]).unwrap().verdict, Verdict::Refused);
}

#[test]
fn each_region_of_a_signed_file_has_its_own_verdict() {
    let pdf = signed(Kind::Table, 1);
    let place = |text: &[u8]| {
        pdf.windows(text.len())
            .position(|part| part == text)
            .unwrap()
    };
    let contents = place(b"/Contents <") + 11;
    for (at, digest) in [
        (place(b"Page 2"), Check::Bad),
        (place(b"/Reason (") + 9, Check::Bad),
        (place(b"/M (D:2026") + 9, Check::Bad),
        (place(b"%%EOF") + 2, Check::Bad),
    ] {
        let mut broken = pdf.clone();
        broken[at] ^= 1;
        let state = verify(&broken, &[]).unwrap();
        assert_eq!(
            (state.verdict, state.signatures[0].digest),
            (Verdict::Refused, digest),
            "byte {at}"
        );
    }
    // Inside the signature, and in the zeros behind it.
    for at in [contents + 40, contents + 1900, contents + 12_000] {
        let mut broken = pdf.clone();
        broken[at] = if broken[at] == b'0' { b'1' } else { b'0' };
        assert_eq!(
            verify(&broken, &[]).unwrap().verdict,
            Verdict::Refused,
            "byte {at}"
        );
    }
}

#[test]
fn hostile_files_end_with_an_answer() {
    let deep = [
        b"%PDF-1.7\n1 0 obj\n".to_vec(),
        vec![b'['; 300_000],
        b"\nendobj\nstartxref\n9\n%%EOF\n".to_vec(),
    ]
    .concat();
    let ranges = b"%PDF-1.7\n1 0 obj\n<</ByteRange [0 1 2 3]/Contents <00>>>\n".repeat(5_000);
    let loops = b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n".to_vec();
    for pdf in [
        deep,
        ranges,
        loops,
        b"%PDF-".to_vec(),
        Vec::new(),
        b"PK\x03\x04".to_vec(),
    ] {
        let state = verify(&pdf, &[]);
        assert!(!state.is_ok_and(|state| state.verdict == Verdict::Valid));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_changed_byte_under_all_signatures_goes_unnoticed(place in any::<prop::sample::Index>(), flip in 1u8..) {
        let pdf = signed(Kind::Streams, 1);
        let mut broken = pdf.clone();
        let at = place.index(pdf.len());
        broken[at] ^= flip;
        let gap = pdf.windows(11).position(|part| part == b"/Contents <").unwrap() + 11;
        let inside = (gap..gap + 16 * 1024).contains(&at);
        let state = verify(&broken, &[]);
        // Inside the gap only the case of a digit may change, or a byte of no meaning in an embedded certificate.
        prop_assert!(inside || !state.is_ok_and(|state| state.verdict == Verdict::Valid), "byte {}", at);
    }

    #[test]
    fn cut_and_mixed_files_never_panic(cut in any::<prop::sample::Index>(), from in any::<prop::sample::Index>(), length in 0usize..4_000) {
        let pdf = signed(Kind::Table, 2);
        let (at, start) = (cut.index(pdf.len()), from.index(pdf.len()));
        let end = (start + length).min(pdf.len());
        let mixed = [&pdf[..at], &pdf[start..end], &pdf[at..]].concat();
        let state = verify(&mixed, &[]);
        prop_assert!(start == end || !state.is_ok_and(|state| state.verdict == Verdict::Valid));
    }
}

#[test]
fn an_unsigned_report_is_told_apart_from_a_signed_one() {
    for kind in Kind::ALL {
        let state = verify(&report(kind), &[]).unwrap();
        assert_eq!(
            (state.verdict, state.signatures.len(), state.open.len()),
            (Verdict::NotSigned, 0, 3)
        );
    }
}
