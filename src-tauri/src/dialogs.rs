//! File dialogs of the system. Paths stay on this side: the page learns a handle and a name.

#[cfg(feature = "test-dialogs")]
mod listed;
#[cfg(not(feature = "test-dialogs"))]
mod native;

#[cfg(feature = "test-dialogs")]
pub(crate) use listed::Dialogs;
#[cfg(not(feature = "test-dialogs"))]
pub(crate) use native::Dialogs;

use std::path::PathBuf;

use zonewright_api::PickPurpose;

/// Adds the usual ending when the person typed a name without one.
fn with_ending(path: PathBuf, purpose: PickPurpose) -> PathBuf {
    match purpose.endings().first() {
        Some(ending) if purpose.is_save() && path.extension().is_none() => {
            path.with_extension(ending)
        }
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_to_write_gets_its_ending_when_none_was_typed() {
        for (typed, purpose, expect) in [
            ("/plant/north", PickPurpose::NewSite, "/plant/north.zwsite"),
            (
                "/plant/north.zwsite",
                PickPurpose::NewSite,
                "/plant/north.zwsite",
            ),
            (
                "/plant/report",
                PickPurpose::ReportSave,
                "/plant/report.pdf",
            ),
            ("/plant/assets", PickPurpose::Spreadsheet, "/plant/assets"),
            ("/plant/photo", PickPurpose::Evidence, "/plant/photo"),
        ] {
            assert_eq!(
                with_ending(PathBuf::from(typed), purpose),
                PathBuf::from(expect),
                "{typed}"
            );
        }
    }
}
