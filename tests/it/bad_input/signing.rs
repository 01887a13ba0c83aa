//! Identities that cannot sign, PDFs that cannot be signed, and signed reports that were changed.

use zonewright_report::{AppearanceText, signature_appearance};

use super::terminal::{Terminal, fixture};

/// A folder with a report, the right passphrase and a wrong one.
fn terminal() -> Terminal {
    let terminal = Terminal::with_sample();
    terminal.accepted("report s.zwsite r.pdf");
    terminal.put("right", "zonewright-test\n");
    terminal.put("wrong", "zonewright-tset\n");
    terminal
}

fn sign(pdf: &str, role: &str, key: &str, passphrase: &str) -> String {
    let key = fixture("keys").join(key);
    format!(
        "sign {pdf} --role {role} --p12 {} --passphrase-file {passphrase}",
        key.display()
    )
}

#[test]
fn an_identity_that_cannot_sign_is_refused_and_the_report_stays() {
    let terminal = terminal();
    let huge = terminal.put("huge.p12", vec![0x30; 2 * 1024 * 1024]);
    let huge = huge.to_str().unwrap();
    for (key, passphrase, code) in [
        (huge, "right", "file.too-large"),
        ("p256.p12", "wrong", "identity.wrong-passphrase"),
        ("rsa2048.p12", "wrong", "identity.wrong-passphrase"),
        ("expired.p12", "right", "identity.expired"),
        ("not-yet.p12", "right", "identity.not-yet-valid"),
        ("wrong-use.p12", "right", "identity.not-for-signing"),
        ("no-key.p12", "right", "identity.no-key"),
        ("no-certificate.p12", "right", "identity.no-certificate"),
        ("rsa1024.p12", "right", "identity.unsupported-key"),
        ("p256.pem", "right", "identity.damaged"),
        ("absent.p12", "right", "file.unreadable"),
        ("p256.p12", "absent", "file.unreadable"),
    ] {
        let command = sign("r.pdf", "assessor", key, passphrase);
        let refusal = terminal.refused_as(&command, &code.replace('-', "_"));
        assert!(
            refusal.message.contains("Nothing was changed."),
            "{}",
            refusal.message
        );
        assert!(
            !refusal.message.contains("zonewright-t"),
            "the passphrase is not repeated"
        );
    }
}

#[test]
fn a_role_that_may_not_sign_now_is_refused() {
    let terminal = terminal();
    terminal.refused_as(
        &sign("r.pdf", "asessor", "p256.p12", "right"),
        "input.field",
    );
    terminal.refused_as(
        &sign("r.pdf", "reviewer", "p256.p12", "right"),
        "sign.out_of_turn",
    );
    terminal.refused_as(
        "sign r.pdf --role assessor --passphrase-file right",
        "input.field",
    );
    terminal.refused_as(
        "sign r.pdf --role assessor --identity Nobody --passphrase-file right",
        "identity.missing",
    );
    terminal.accepted(&sign("r.pdf", "assessor", "p256.p12", "right"));
    terminal.refused_as(
        &sign("r.pdf", "assessor", "p384.p12", "right"),
        "sign.already_signed",
    );
}

#[test]
fn what_is_no_report_of_ours_is_neither_signed_nor_verified() {
    let terminal = terminal();
    let label = AppearanceText {
        name: "A",
        role: "Assessor",
        signed_at: "today",
        reason: "",
        fingerprint: "",
    };
    terminal.put(
        "other.pdf",
        signature_appearance(&label, 200.0, 60.0).unwrap(),
    );
    let report = terminal.bytes("r.pdf");
    terminal.put("cut.pdf", &report[..report.len() / 2]);
    terminal.put("note.pdf", "Dear all");
    for (pdf, code) in [
        ("other.pdf", "pdf.not_ours"),
        ("cut.pdf", "pdf.unreadable"),
        ("note.pdf", "pdf.unreadable"),
        ("s.zwsite", "pdf.unreadable"),
        ("absent.pdf", "file.unreadable"),
    ] {
        terminal.refused_as(&sign(pdf, "assessor", "p256.p12", "right"), code);
    }
    for (pdf, code) in [
        ("cut.pdf", "pdf.unreadable"),
        ("note.pdf", "pdf.unreadable"),
        ("absent.pdf", "file.unreadable"),
    ] {
        terminal.refused_as(&format!("verify {pdf}"), code);
    }
}

#[test]
fn verification_says_no_to_what_is_unsigned_or_changed() {
    let terminal = terminal();
    let unsigned = terminal.denied("verify r.pdf");
    assert_eq!(unsigned["verdict"], "not_signed", "{unsigned}");
    terminal.accepted(&sign("r.pdf", "assessor", "p256.p12", "right"));
    let valid = terminal.accepted("verify r.pdf --site s.zwsite");
    assert_eq!(
        (&valid["verdict"], &valid["matches_site"]),
        (&"valid".into(), &true.into())
    );
    let signed = terminal.bytes("r.pdf");
    for part in [7, 3, 2] {
        let mut changed = signed.clone();
        changed[signed.len() / part] ^= 1;
        terminal.put("changed.pdf", &changed);
        let refused = terminal.denied("verify changed.pdf");
        assert_eq!(refused["verdict"], "refused", "{refused}");
        assert!(
            !refused["findings"][0].as_str().unwrap().is_empty(),
            "{refused}"
        );
        terminal.refused_as(
            &sign("changed.pdf", "reviewer", "p384.p12", "right"),
            "sign.refused",
        );
    }
}
