//! All judges and we agree, on what holds and on what does not.

use super::judges::{mutool_says, mutool_valid, pdfsig_valid, pyhanko, pyhanko_valid, qpdf};
use super::sample::{ROLES, Sample};

#[test]
fn an_unsigned_report_is_well_formed_and_nobody_sees_a_signature_on_it() {
    let mut sample = Sample::new();
    let report = sample.report();
    let well_formed = qpdf(&report);
    assert!(well_formed.accepted, "{}", well_formed.text);
    assert_eq!((pdfsig_valid(&report), mutool_valid(&report)), (0, 0));
    assert_eq!(sample.verify(&report)["verdict"], "not_signed");
}

#[test]
fn after_each_signature_every_judge_counts_as_many_valid_ones_as_we_do() {
    let mut sample = Sample::new();
    for (signed, role) in (1..).zip(ROLES) {
        let ours = sample.sign(role);
        assert_eq!(ours["verdict"], "valid", "{ours}");
        let report = sample.report();
        let hanko = pyhanko(&report, &sample.certificates());
        assert_eq!(
            pyhanko_valid(&hanko),
            signed,
            "pyHanko after {role}: {}",
            hanko.text
        );
        assert_eq!(pdfsig_valid(&report), signed, "pdfsig after {role}");
        assert_eq!(
            mutool_valid(&report),
            signed,
            "mutool after {role}: {}",
            mutool_says(&report).text
        );
        let well_formed = qpdf(&report);
        assert!(
            well_formed.accepted,
            "qpdf after {role}: {}",
            well_formed.text
        );
    }
}

#[test]
fn a_changed_byte_is_refused_by_every_judge_and_by_us() {
    let mut sample = Sample::new();
    sample.sign("assessor");
    // Places in the first half of the file: text of pages, fonts, the embedded assessment; never inside a signature's
    // own chain of certificates, which no judge protects.
    for part in [5, 4, 3, 2] {
        let changed = sample.changed("changed.pdf", |bytes| {
            let at = bytes.len() / part;
            bytes[at] ^= 0x01;
        });
        assert_eq!(
            sample.verify(&changed)["verdict"],
            "refused",
            "we, 1/{part}"
        );
        assert_eq!(
            pyhanko_valid(&pyhanko(&changed, &sample.certificates())),
            0,
            "pyHanko, 1/{part}"
        );
        assert_eq!(pdfsig_valid(&changed), 0, "pdfsig, 1/{part}");
        assert_eq!(mutool_valid(&changed), 0, "mutool, 1/{part}");
    }
}
