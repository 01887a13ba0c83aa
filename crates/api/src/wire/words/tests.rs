#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fmt::Debug;

use serde_json::{from_value, json, to_value};

use super::*;

fn holds<T: Words + PartialEq + Debug>() {
    let words: BTreeSet<&str> = T::every().into_iter().map(Words::spelled).collect();
    assert_eq!(
        words.len(),
        T::every().len(),
        "{}: two values share a word",
        T::NAME
    );
    for value in T::every() {
        let json = to_value(Word::from(value)).unwrap();
        assert_eq!(json, json!(value.spelled()));
        let back: Word<T> = from_value(json).unwrap();
        assert_eq!(back.read("field").unwrap(), value);
    }
    let stranger: Word<T> = from_value(json!("no such word")).unwrap();
    let problem = stranger.read("place").unwrap_err();
    assert_eq!(
        (problem.code.as_str(), &problem.args["field"]),
        ("input.field", &json!("place"))
    );
}

#[test]
fn every_list_of_the_wire_has_distinct_words_that_read_back_and_refuses_others_by_field() {
    holds::<AssetField>();
    holds::<AssetType>();
    holds::<Change>();
    holds::<CheckMethod>();
    holds::<ColumnField>();
    holds::<Confidence>();
    holds::<ControlState>();
    holds::<EvidenceKind>();
    holds::<FileFormat>();
    holds::<ImportSeverity>();
    holds::<Outcome>();
    holds::<PackScale>();
    holds::<PickPurpose>();
    holds::<Protection>();
    holds::<Purdue>();
    holds::<SignRole>();
    holds::<SignatureMark>();
    holds::<StepId>();
    holds::<StepState>();
    holds::<Strength>();
    holds::<TargetSource>();
    holds::<Trust>();
    holds::<UnitKind>();
    holds::<Verdict>();
    holds::<ZoneKind>();
}
