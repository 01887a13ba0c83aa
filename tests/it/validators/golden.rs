//! The golden report: the sample site's report has the same bytes on every computer, and a change of them is a decision.
//!
//! `UPDATE_EXPECT=1` records the new hash, but only after the judges of this test program took the very same bytes;
//! look at the pages too before you keep it, and say in the commit what changed in the report.

use zonewright_tests::place;

use super::judges::{mutool_valid, pdfsig_valid, qpdf};
use super::sample::Sample;

const RECORD: &str = "tests/it/validators/sample-report.sha256";

#[test]
fn the_report_of_the_sample_site_is_the_recorded_one_byte_for_byte() {
    let mut sample = Sample::new();
    let report = sample.report();
    let well_formed = qpdf(&report);
    assert!(well_formed.accepted, "{}", well_formed.text);
    assert_eq!((pdfsig_valid(&report), mutool_valid(&report)), (0, 0));
    assert_eq!(sample.verify(&report)["verdict"], "not_signed");
    let made = sample.written()["sha256"].as_str().unwrap().to_owned();
    let record = place::root().join(RECORD);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&record, format!("{made}\n")).unwrap();
    }
    let recorded = std::fs::read_to_string(&record).unwrap_or_default();
    assert_eq!(
        recorded.trim(),
        made,
        "the report of the sample site changed; if that was meant, look at it and record it with UPDATE_EXPECT=1"
    );
}
