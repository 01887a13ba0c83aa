//! Three people sign one report, with every kind of key, and the check says so.
#![allow(clippy::unwrap_used)]

mod support;

use support::{Kind, identity, report, sign_as, signed};
use zonewright_domain::role::SignRole;
use zonewright_sign::{
    Certificate, Check, Coverage, SignError, SignRequest, Trust, Verdict, sign, verify,
};

#[test]
fn each_of_three_signatures_keeps_the_earlier_ones_valid() {
    for kind in Kind::ALL {
        for count in 0..=3 {
            let state = verify(&signed(kind, count), &[]).unwrap();
            let expected = if count == 0 {
                Verdict::NotSigned
            } else {
                Verdict::Valid
            };
            assert_eq!(
                (state.verdict, &state.findings),
                (expected, &Vec::new()),
                "{kind:?} {count}"
            );
            let roles: Vec<_> = state.signatures.iter().filter_map(|one| one.role).collect();
            assert_eq!(roles, SignRole::ALL[..count]);
            assert_eq!(state.open, SignRole::ALL[count..]);
        }
    }
}

#[test]
fn the_facts_of_a_signature_are_told() {
    let state = verify(&signed(Kind::Table, 2), &[]).unwrap();
    let first = &state.signatures[0];
    assert_eq!(
        (first.name.as_str(), first.field.as_str()),
        ("Test p256", "Assessor")
    );
    assert_eq!(
        (first.reason.as_str(), first.place.as_str()),
        ("I stand by this report (ZCR 7)", "Łódź")
    );
    assert_eq!(
        first.claimed_at.unwrap().to_rfc3339(),
        "2026-11-23T10:00:00+01:00"
    );
    let checks = [
        first.digest,
        first.signature,
        first.certificate_bound,
        first.certificate_in_time,
    ];
    assert_eq!(checks, [Check::Ok; 4]);
    assert_eq!(first.coverage, Coverage::Revision { number: 1, of: 2 });
    assert_eq!(state.signatures[1].coverage, Coverage::WholeFile);
    assert_eq!(
        first.sentences[0],
        "Test p256 signed as assessor, and the signature holds."
    );
    assert!(first.sentences[1].contains(&first.fingerprint().unwrap()));
}

#[test]
fn signing_only_appends() {
    for kind in Kind::ALL {
        let (two, three) = (signed(kind, 0), signed(kind, 1));
        assert!(three.starts_with(&two));
    }
}

#[test]
fn every_supported_key_signs_and_verifies() {
    for name in [
        "rsa2048",
        "rsa3072",
        "rsa4096",
        "p256",
        "p384",
        "legacy3des",
        "legacyrc2",
        "issued",
    ] {
        let pdf = sign_as(&report(Kind::Streams), SignRole::Assessor, &identity(name)).unwrap();
        let state = verify(&pdf, &[]).unwrap();
        assert_eq!(
            (state.verdict, state.findings),
            (Verdict::Valid, Vec::new()),
            "{name}"
        );
    }
}

#[test]
fn trust_comes_only_from_the_list() {
    let own = sign_as(&report(Kind::Table), SignRole::Assessor, &identity("p256")).unwrap();
    let issued = sign_as(
        &report(Kind::Table),
        SignRole::Assessor,
        &identity("issued"),
    )
    .unwrap();
    let other = identity("p384").certificate().clone();
    let listed = identity("p256").certificate().clone();
    let issuer = Certificate::from_pem_or_der(&support::key_file("issuer.pem")).unwrap();
    let cases: [(&[u8], &[Certificate], Trust); 6] = [
        (&own, &[], Trust::SelfMade),
        (&own, std::slice::from_ref(&other), Trust::SelfMade),
        (&own, std::slice::from_ref(&listed), Trust::Listed),
        (&issued, &[], Trust::Unlisted),
        (&issued, std::slice::from_ref(&listed), Trust::Unlisted),
        (&issued, std::slice::from_ref(&issuer), Trust::Listed),
    ];
    for (place, (pdf, list, expected)) in cases.into_iter().enumerate() {
        assert_eq!(
            verify(pdf, list).unwrap().signatures[0].trust,
            expected,
            "case {place}"
        );
    }
}

#[test]
fn roles_sign_in_turn_and_once() {
    use SignRole::{Assessor, AssetOwner, Reviewer};
    let cases = [
        (0, Reviewer, "sign-out-of-turn"),
        (0, AssetOwner, "sign-out-of-turn"),
        (1, AssetOwner, "sign-out-of-turn"),
        (1, Assessor, "sign-already-signed"),
        (2, Reviewer, "sign-already-signed"),
        (3, Assessor, "sign-already-signed"),
        (3, AssetOwner, "sign-already-signed"),
    ];
    for (count, role, code) in cases {
        let refused = sign_as(&signed(Kind::Table, count), role, &identity("p256")).unwrap_err();
        assert_eq!(refused.code(), code, "{count} {role:?}");
    }
}

#[test]
fn a_changed_report_and_a_strange_pdf_are_not_signed() {
    let mut changed = signed(Kind::Table, 1);
    changed[200] ^= 1;
    let strange = support::appearance("nobody");
    for (pdf, code) in [
        (&changed, "sign-refused"),
        (&strange, "pdf-not-ours"),
        (&b"hello".to_vec(), "pdf-unreadable"),
    ] {
        let role = if code == "sign-refused" {
            SignRole::Reviewer
        } else {
            SignRole::Assessor
        };
        let refused = sign_as(pdf, role, &identity("p256")).unwrap_err();
        assert_eq!(refused.code(), code);
        assert!(refused.to_string().contains("not changed"), "{refused}");
    }
}

#[test]
fn a_certificate_out_of_time_does_not_sign() {
    let own = identity("p256");
    for (time, code) in [
        ("2019-01-01T00:00:00Z", "identity-not-yet-valid"),
        ("2100-01-01T00:00:00Z", "identity-expired"),
    ] {
        let request = SignRequest {
            role: SignRole::Assessor,
            identity: &own,
            signed_at: support::at(time),
            reason: "",
            place: "",
            appearance: None,
        };
        assert_eq!(
            sign(&report(Kind::Table), &request).unwrap_err().code(),
            code
        );
    }
}

#[test]
fn a_signature_without_picture_reason_and_place_is_valid() {
    for kind in Kind::ALL {
        let own = identity("rsa3072");
        let mut pdf = report(kind);
        for role in SignRole::ALL {
            let signed_at = support::at("2026-11-23T10:00:00-03:30");
            let request = SignRequest {
                role,
                identity: &own,
                signed_at,
                reason: "",
                place: "",
                appearance: None,
            };
            pdf = sign(&pdf, &request).unwrap();
        }
        let state = verify(&pdf, &[]).unwrap();
        assert_eq!(
            (state.verdict, state.findings),
            (Verdict::Valid, Vec::new())
        );
    }
}

#[test]
fn an_unusable_picture_is_refused() {
    let own = identity("p256");
    let four_pages = report(Kind::Table);
    for picture in [&b"no pdf"[..], &four_pages] {
        let request = SignRequest {
            role: SignRole::Assessor,
            identity: &own,
            signed_at: support::at("2026-11-23T10:00:00Z"),
            reason: "",
            place: "",
            appearance: Some(picture),
        };
        assert!(matches!(
            sign(&report(Kind::Table), &request),
            Err(SignError::Appearance { .. })
        ));
    }
}
