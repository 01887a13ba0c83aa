//! Looks at the parts of a workbook before the workbook is read: adds up what they say they unpack to, and looks whether
//! any merges cells.
//!
//! The zip reader stops a part that is longer than it declares, so the declared sizes can be believed as upper limits.

use super::Result;
use crate::error::{ImportError, TooLarge};
use crate::limits::Limits;
use std::fs::File;
use std::io::{BufRead, BufReader};
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

/// Begins the list of merged cells, which stands behind all cells of a worksheet. Its first letter comes once.
const MERGES: &[u8] = b"mergeCells";

/// False when no worksheet of an xlsx merges cells. Unpacking alone is several times faster than a pass through the XML,
/// which most lists of assets are spared by this. A part that cannot be unpacked counts as one that does.
///
/// # Errors
/// When the list of parts cannot be read.
pub(super) fn may_merge_cells(file: &mut File) -> Result<bool> {
    let mut parts = parts(file)?;
    for index in 0..parts.len() {
        let Ok(part) = parts.by_index(index) else {
            return Ok(true);
        };
        let is_xml = part.name().is_ok_and(|name| {
            let name = name.to_ascii_lowercase();
            name.ends_with(".xml") && !name.contains("sharedstrings")
        });
        if is_xml && mentions_merges(BufReader::with_capacity(64 * 1024, part)).unwrap_or(true) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn mentions_merges(mut part: impl BufRead) -> std::io::Result<bool> {
    let mut matched = 0;
    loop {
        let block = part.fill_buf()?;
        if block.is_empty() {
            return Ok(false);
        }
        for byte in block {
            matched = if *byte == MERGES[matched] {
                matched + 1
            } else {
                usize::from(*byte == MERGES[0])
            };
            if matched == MERGES.len() {
                return Ok(true);
            }
        }
        let length = block.len();
        part.consume(length);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_list_of_merged_cells_is_found_wherever_blocks_end() {
        for (text, merges) in [
            ("", false),
            ("<sheetData/>", false),
            ("<mergeCell", false),
            ("mmmergeCells", true),
            ("<x:mergemergeCells count=\"1\">", true),
            ("<sheetData/><mergeCells/>", true),
        ] {
            for block in 1..text.len() + 2 {
                let part = BufReader::with_capacity(block, text.as_bytes());
                assert_eq!(mentions_merges(part).unwrap(), merges, "{text} by {block}");
            }
        }
    }
}
