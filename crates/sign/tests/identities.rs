//! Identities: made here, opened from files of other programs, and refused with the right reason.
#![allow(clippy::unwrap_used)]

mod support;

use chrono::{Months, TimeDelta};
use support::{identity, key_file, now, passphrase};
use zonewright_sign::{Certificate, Identity, Passphrase, SelfMade, SignatureAlgorithm, Signer};

fn refusal(file: &[u8], passphrase: &Passphrase) -> &'static str {
    match Identity::load(file, passphrase, now()) {
        Ok(_) => "opened",
        Err(error) => error.code(),
    }
}

#[test]
fn files_of_other_programs_open() {
    use SignatureAlgorithm::{EcdsaP256Sha256, EcdsaP384Sha384, RsaSha256};
    for (name, algorithm, chain) in [
        ("rsa2048", RsaSha256, 1),
        ("rsa3072", RsaSha256, 1),
        ("rsa4096", RsaSha256, 1),
        ("p256", EcdsaP256Sha256, 1),
        ("p384", EcdsaP384Sha384, 1),
        ("legacy3des", EcdsaP256Sha256, 1),
        ("legacyrc2", EcdsaP256Sha256, 1),
        ("issued", EcdsaP256Sha256, 2),
    ] {
        let identity = identity(name);
        assert_eq!(
            (identity.algorithm(), identity.chain().len()),
            (algorithm, chain),
            "{name}"
        );
    }
}

#[test]
fn unusable_files_are_refused_with_their_reason() {
    for (name, code) in [
        ("rsa1024", "identity-unsupported-key"),
        ("p521", "identity-unsupported-key"),
        ("ed25519", "identity-unsupported-key"),
        ("expired", "identity-expired"),
        ("not-yet", "identity-not-yet-valid"),
        ("wrong-use", "identity-not-for-signing"),
        ("no-key", "identity-no-key"),
        ("no-certificate", "identity-no-certificate"),
    ] {
        assert_eq!(
            refusal(&key_file(&format!("{name}.p12")), &passphrase()),
            code,
            "{name}"
        );
    }
}

#[test]
fn a_wrong_passphrase_is_told_from_damage() {
    for name in ["p256", "rsa2048", "legacy3des", "legacyrc2"] {
        let file = key_file(&format!("{name}.p12"));
        for wrong in ["", "Zonewright-test", "zonewright-test "] {
            assert_eq!(
                refusal(&file, &Passphrase::new(wrong.to_owned())),
                "identity-wrong-passphrase"
            );
        }
        assert_eq!(
            refusal(&file[..file.len() / 2], &passphrase()),
            "identity-damaged"
        );
    }
    assert_eq!(refusal(b"", &passphrase()), "identity-damaged");
    assert_eq!(
        refusal(&key_file("p256.pem"), &passphrase()),
        "identity-damaged"
    );
    assert_eq!(
        refusal(&vec![0x30; 300_000], &passphrase()),
        "identity-too-large"
    );
}

#[test]
fn no_changed_byte_of_an_identity_file_makes_it_panic() {
    let file = key_file("p256.p12");
    for place in (0..file.len()).step_by(7) {
        let mut broken = file.clone();
        broken[place] ^= 0x41;
        // The outcome depends on the byte; a refusal must carry a remedy.
        if let Err(error) = Identity::load(&broken, &passphrase(), now()) {
            assert!(error.to_string().ends_with('.'), "{error}");
        }
    }
}

#[test]
fn a_self_made_identity_keeps_its_promises() {
    let person = SelfMade {
        name: "Zoë Ångström",
        organisation: "Werk Süd",
        email: Some("zoe@example.org"),
        made_at: now(),
    };
    let (made, file) = Identity::make(&person, &passphrase()).unwrap();
    let certificate = made.certificate();
    assert_eq!(
        (certificate.name(), certificate.organisation()),
        ("Zoë Ångström", Some("Werk Süd"))
    );
    assert!(
        certificate.subject().contains("zoe@example.org")
            || certificate
                .to_der()
                .windows(15)
                .any(|w| w == b"zoe@example.org")
    );
    assert!(certificate.self_made());
    assert_eq!(made.algorithm(), SignatureAlgorithm::EcdsaP256Sha256);
    assert_eq!(certificate.not_before(), now());
    assert_eq!(certificate.not_after(), now() + Months::new(36));
    assert!(
        certificate
            .check_time(now() + Months::new(36) + TimeDelta::seconds(1))
            .is_err()
    );
    let again = Identity::load(&file, &passphrase(), now()).unwrap();
    assert_eq!(again.certificate(), certificate);
    assert_eq!(
        refusal(&file, &Passphrase::new("another one".to_owned())),
        "identity-wrong-passphrase"
    );
}

#[test]
fn a_bad_subject_or_passphrase_is_refused() {
    let long = "x".repeat(65);
    let good = passphrase();
    let weak = Passphrase::new("seven77".to_owned());
    let cases: [(&str, &str, Option<&str>, &Passphrase, &str); 7] = [
        ("", "Plant", None, &good, "identity-bad-subject"),
        ("  ", "Plant", None, &good, "identity-bad-subject"),
        (&long, "Plant", None, &good, "identity-bad-subject"),
        ("A\nB", "Plant", None, &good, "identity-bad-subject"),
        ("A", "Plant", Some("nowhere"), &good, "identity-bad-subject"),
        (
            "A",
            "Plant",
            Some("ä@example.org"),
            &good,
            "identity-bad-subject",
        ),
        ("A", "Plant", None, &weak, "identity-weak-passphrase"),
    ];
    for (name, organisation, email, passphrase, code) in cases {
        let person = SelfMade {
            name,
            organisation,
            email,
            made_at: now(),
        };
        assert_eq!(
            Identity::make(&person, passphrase)
                .err()
                .map(|error| error.code()),
            Some(code),
            "{name:?} {email:?}"
        );
    }
}

#[test]
fn certificates_travel_as_pem_and_der() {
    let certificate = identity("p384").certificate().clone();
    assert_eq!(certificate.to_pem().as_bytes(), key_file("p384.pem"));
    for bytes in [
        certificate.to_pem().into_bytes(),
        certificate.to_der().to_vec(),
    ] {
        assert_eq!(Certificate::from_pem_or_der(&bytes).unwrap(), certificate);
    }
    let fingerprint = certificate.fingerprint();
    assert_eq!(
        fingerprint.split(' ').map(str::len).collect::<Vec<_>>(),
        [4; 16]
    );
    for bytes in [
        &b""[..],
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        &[0x30; 100],
    ] {
        assert_eq!(
            Certificate::from_pem_or_der(bytes).unwrap_err().code(),
            "certificate-damaged"
        );
    }
}
