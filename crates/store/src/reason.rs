//! What the system says about a file, in words for a person: no error numbers, no names of passing files.

use std::io::{Error, ErrorKind};

/// Why a file could not be read or written, as half a sentence such as `the drive is full`.
pub fn io_reason(error: &Error) -> String {
    let words = match error.kind() {
        ErrorKind::NotFound => "it is not there",
        ErrorKind::PermissionDenied => "you do not have the right to do this there",
        ErrorKind::ReadOnlyFilesystem => "the drive is write-protected",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the drive is full",
        ErrorKind::FileTooLarge => "it is larger than the drive allows",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::NotADirectory => "a part of its path is not a folder",
        ErrorKind::ResourceBusy => "another program is using it",
        ErrorKind::InvalidData => "it is not text",
        _ => return in_words_of_the_system(error),
    };
    words.to_owned()
}

/// Without the number behind the words, and without the path that some libraries add.
fn in_words_of_the_system(error: &Error) -> String {
    let text = error.to_string();
    let end = text.find(" (os error").or_else(|| text.find(" at path"));
    text[..end.unwrap_or(text.len())].to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_has_neither_number_nor_path() {
        let folder = tempfile::tempdir().unwrap();
        let missing = tempfile::NamedTempFile::new_in(folder.path().join("gone")).unwrap_err();
        // EIO has no kind of its own; the system's words stand for it.
        for error in [missing, Error::from_raw_os_error(5), Error::other("at sea")] {
            let reason = io_reason(&error);
            let is_plain = !reason.contains("os error") && !reason.contains("gone");
            assert!(!reason.is_empty() && is_plain, "{reason}");
        }
        assert_eq!(
            io_reason(&ErrorKind::StorageFull.into()),
            "the drive is full"
        );
    }
}
