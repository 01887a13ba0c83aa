//! Adds up what the parts of a workbook say they unpack to, before anything is unpacked.
//!
//! The zip reader stops a part that is longer than it declares, so the declared sizes can be believed as upper limits.

use super::Result;
use crate::error::{ImportError, TooLarge};
use crate::limits::Limits;
use std::fs::File;
use std::io::BufReader;
use zip::ZipArchive;

/// Opens the list of parts.
pub(super) fn parts(file: &mut File) -> Result<ZipArchive<BufReader<&mut File>>> {
    ZipArchive::new(BufReader::new(file)).map_err(|_| ImportError::Damaged {
        detail: "the list of its parts is missing, as when a download or copy stopped half-way"
            .to_owned(),
    })
}

/// Checks number and declared sizes of the parts.
pub(super) fn check_parts(file: &mut File, limits: &Limits) -> Result<()> {
    let mut parts = parts(file)?;
    let too_large = |limit, allowed| Err(ImportError::TooLarge { limit, allowed });
    if parts.len() as u64 > limits.parts {
        return too_large(TooLarge::Parts, limits.parts);
    }
    let mut sum: u64 = 0;
    for index in 0..parts.len() {
        let part = parts
            .by_index_raw(index)
            .map_err(|_| ImportError::Damaged {
                detail: "one of its parts is not where the list of parts says".to_owned(),
            })?;
        let is_texts = part
            .name()
            .is_ok_and(|name| name.to_ascii_lowercase().contains("sharedstrings"));
        if is_texts && part.size() > limits.shared_text_bytes {
            return too_large(TooLarge::SharedTexts, limits.shared_text_bytes);
        }
        sum = sum.saturating_add(part.size());
        if sum > limits.unpacked_bytes {
            return too_large(TooLarge::Unpacked, limits.unpacked_bytes);
        }
    }
    Ok(())
}
