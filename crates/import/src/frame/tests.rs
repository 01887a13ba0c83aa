#![allow(clippy::unwrap_used)]
use super::*;
use crate::error::TooLarge;
use crate::problem::{ProblemCode, Severity};
use crate::sheet::{Cell, CellValue};
use proptest::prelude::*;

fn messages() -> Vec<Message> {
    let cell = |column, value| Cell { column, value };
    vec![
        Message::Opened {
            format: FileFormat::Text,
            file_bytes: 7,
            sha256: "ab".repeat(32),
            text: Some(TextForm {
                encoding: "windows-1252".into(),
                delimiter: ';',
            }),
            sheets: vec![("Übersicht".into(), Visibility::VeryHidden)],
        },
        Message::Sheet(3),
        Message::Rows(vec![Row {
            number: 17,
            cells: vec![
                cell(0, CellValue::Text("PLC".into())),
                cell(
                    1,
                    CellValue::Number {
                        value: 2.1,
                        shown: Some("2.10".into()),
                        scientific: false,
                    },
                ),
                cell(
                    2,
                    CellValue::Number {
                        value: -0.0,
                        shown: None,
                        scientific: true,
                    },
                ),
                cell(
                    3,
                    CellValue::Date {
                        iso: "2026-02-01".into(),
                        shown: Some("1.2".into()),
                    },
                ),
                cell(4, CellValue::Bool(true)),
                cell(5, CellValue::Bool(false)),
                cell(6, CellValue::Error("#N/A".into())),
                cell(199, CellValue::FormulaWithoutValue),
            ],
        }]),
        Message::Formulas(vec![(1, 2)]),
        Message::Merged(vec![Region {
            first_row: 2,
            last_row: 6,
            first_column: 1,
            last_column: 1,
        }]),
        Message::Cut,
        Message::Problem(ImportProblem {
            code: ProblemCode::WrongEnding,
            severity: Severity::Notice,
            sheet: String::new(),
            cell: Some("C17".into()),
            message: "m".into(),
            hint: "h".into(),
        }),
        Message::End(35_000),
    ]
}

fn errors() -> Vec<ImportError> {
    vec![
        ImportError::CannotOpen { reason: "r".into() },
        ImportError::Empty,
        ImportError::TooLarge {
            limit: TooLarge::CellTexts,
            allowed: 9,
        },
        ImportError::Protected,
        ImportError::Damaged { detail: "d".into() },
        ImportError::NotASpreadsheet {
            looks_like: "a picture",
        },
        ImportError::NoSuchSheet { name: "n".into() },
        ImportError::BadTextOptions { given: "g".into() },
        ImportError::Unsafe,
        ImportError::TimedOut { seconds: 60 },
        ImportError::Cancelled,
        ImportError::Reader { reason: "r".into() },
    ]
}

#[test]
fn every_message_arrives_as_it_was_sent() {
    let mut all = messages();
    all.extend(errors().into_iter().map(Message::Failed));
    let mut pipe = Vec::new();
    for message in &all {
        message.write(&mut pipe).unwrap();
    }
    let mut input = pipe.as_slice();
    for message in all {
        assert_eq!(Message::read(&mut input), Ok(Some(message)));
    }
    assert_eq!(Message::read(&mut input), Ok(None));
}

#[test]
fn a_pipe_that_stops_within_a_frame_is_noticed() {
    for message in messages() {
        let mut pipe = Vec::new();
        message.write(&mut pipe).unwrap();
        for length in 1..pipe.len() {
            assert_eq!(
                Message::read(&mut &pipe[..length]),
                Err(BadFrame),
                "{message:?} cut to {length}"
            );
        }
    }
}

#[test]
fn an_order_arrives_as_it_was_given() {
    for (what, delimiter) in [
        (
            What::Sheet {
                name: "Blatt 1".into(),
            },
            Some('\t'),
        ),
        (What::Preview { rows_per_sheet: 5 }, None),
    ] {
        let order = Order {
            path: "/tmp/ä.xlsx".into(),
            request: ReadRequest {
                what,
                text: TextOptions {
                    encoding: Some("utf-8".into()),
                    delimiter,
                },
            },
            limits: Limits::default(),
        };
        let mut pipe = Vec::new();
        order.write(&mut pipe).unwrap();
        assert_eq!(Order::read(&mut pipe.as_slice()), Ok(order));
    }
}

#[test]
fn every_error_says_what_happened_what_of_the_site_and_what_now() {
    for error in errors() {
        let message = error.to_string();
        assert!(message.contains("the site is unchanged."), "{message}");
        assert!(
            error.hint().ends_with('.') && error.hint().len() > 20,
            "{message}"
        );
        assert!(error.code().starts_with("import_"));
    }
}

proptest! {
    #[test]
    fn arbitrary_bytes_from_a_reader_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let mut input = bytes.as_slice();
        while let Ok(Some(_)) = Message::read(&mut input) {}
    }

    #[test]
    fn an_arbitrary_body_in_a_valid_frame_never_panics(kind in 0u8..12, body in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut frame = vec![kind];
        frame.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        frame.extend(&body);
        let _outcome = Message::read(&mut frame.as_slice());
    }
}
