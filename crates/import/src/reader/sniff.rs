//! Tells the kind of a file from its content. Endings lie: exports named `.xls` are often web pages or tabbed text.

use super::{Fingerprint, Result, cannot_open, guard, rewind};
use crate::error::ImportError;
use crate::sheet::FileFormat;
use std::fs::File;
use std::io::Read;

const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// First bytes of what is no spreadsheet.
const OTHERS: [(&[u8], &str); 10] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"MZ", "a program"),
    (b"\x7FELF", "a program"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1F\x8B", "an archive"),
    (b"7z\xBC\xAF", "an archive"),
    (b"Rar!", "an archive"),
];

/// The format, or why the file is none.
pub(super) fn format_of(file: &mut File, known: &Fingerprint) -> Result<FileFormat> {
    let mut head = Vec::new();
    rewind(file)?;
    file.by_ref()
        .take(512)
        .read_to_end(&mut head)
        .map_err(|e| cannot_open(&e))?;
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return zip_format(file);
    }
    if head.starts_with(&COMPOUND_FILE) {
        return compound_format(file, known);
    }
    if let Some((_, looks_like)) = OTHERS.iter().find(|(mark, _)| head.starts_with(mark)) {
        return Err(ImportError::NotASpreadsheet { looks_like });
    }
    Ok(FileFormat::Text)
}

fn zip_format(file: &mut File) -> Result<FileFormat> {
    rewind(file)?;
    let parts = guard::parts(file)?;
    let has = |wanted: &str| {
        parts
            .file_names()
            .flatten()
            .any(|name| name.eq_ignore_ascii_case(wanted))
    };
    let has_folder = |wanted: &str| {
        parts
            .file_names()
            .flatten()
            .any(|name| name.starts_with(wanted))
    };
    if has("xl/workbook.bin") {
        Ok(FileFormat::Xlsb)
    } else if has("xl/workbook.xml") || has_folder("xl/") {
        Ok(FileFormat::Xlsx)
    } else if has("content.xml") && has("META-INF/manifest.xml") {
        ods_or_other(file)
    } else if has_folder("word/") || has_folder("ppt/") {
        Err(ImportError::NotASpreadsheet {
            looks_like: "a text or presentation document",
        })
    } else {
        Err(ImportError::NotASpreadsheet {
            looks_like: "an archive",
        })
    }
}

/// All OpenDocument files look alike but for their `mimetype`; one without it is taken for a spreadsheet.
fn ods_or_other(file: &mut File) -> Result<FileFormat> {
    rewind(file)?;
    let mut parts = guard::parts(file)?;
    let mut kind = String::new();
    if let Ok(part) = parts.by_name("mimetype") {
        // A kind that cannot be read stays blank, and the reader decides.
        let _read = part.take(200).read_to_string(&mut kind).is_ok();
    }
    if kind.is_empty() || kind.contains("opendocument.spreadsheet") {
        if is_encrypted_ods(&mut parts) {
            return Err(ImportError::Protected);
        }
        Ok(FileFormat::Ods)
    } else {
        Err(ImportError::NotASpreadsheet {
            looks_like: "a text or presentation document",
        })
    }
}

/// An encrypted ods says so in its manifest, and its content is no XML that could be looked at.
fn is_encrypted_ods<R: Read + std::io::Seek>(parts: &mut zip::ZipArchive<R>) -> bool {
    const MANIFEST_BYTES_MAX: u64 = 4 * 1024 * 1024;
    let mut manifest = Vec::new();
    parts.by_name("META-INF/manifest.xml").is_ok_and(|part| {
        part.take(MANIFEST_BYTES_MAX)
            .read_to_end(&mut manifest)
            .is_ok()
            && contains(&manifest, b"encryption-data")
    })
}

/// Compound files: Excel 97–2003, encrypted newer workbooks, and old documents of other programs.
fn compound_format(file: &mut File, known: &Fingerprint) -> Result<FileFormat> {
    rewind(file)?;
    let mut bytes = Vec::with_capacity(usize::try_from(known.bytes).unwrap_or(0));
    file.read_to_end(&mut bytes).map_err(|e| cannot_open(&e))?;
    let names = |name: &str| contains(&bytes, &wide(name));
    if names("EncryptedPackage") || names("DRMEncryptedDataSpace") || has_filepass(&bytes) {
        Err(ImportError::Protected)
    } else if names("WordDocument") || names("PowerPoint Document") {
        Err(ImportError::NotASpreadsheet {
            looks_like: "a text or presentation document",
        })
    } else {
        Ok(FileFormat::Xls)
    }
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    let first = wanted[0];
    let mut from = 0;
    while let Some(at) = bytes[from..].iter().position(|byte| *byte == first) {
        if bytes[from + at..].starts_with(wanted) {
            return true;
        }
        from += at + 1;
    }
    false
}

/// A FILEPASS record soon after the beginning of the workbook stream (\[MS-XLS\] 2.4.117): RC4, or the older XOR, which
/// readers mistake for a strange code page.
fn has_filepass(bytes: &[u8]) -> bool {
    // Record BOF, 16 bytes long, version 0x0600, kind 5: workbook globals. Streams begin on 64-byte borders.
    const WORKBOOK_BEGIN: [u8; 8] = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
    const FILEPASS: u16 = 0x002F;
    bytes
        .chunks(64)
        .enumerate()
        .filter(|(_, chunk)| chunk.starts_with(&WORKBOOK_BEGIN))
        .any(|(place, _)| {
            let mut at = place * 64;
            // FILEPASS may only be preceded by BOF and WRITEPROTECT.
            for _ in 0..3 {
                let Some(&[k0, k1, l0, l1]) = bytes[at.min(bytes.len())..].first_chunk::<4>()
                else {
                    return false;
                };
                if u16::from_le_bytes([k0, k1]) == FILEPASS {
                    return true;
                }
                at += 4 + usize::from(u16::from_le_bytes([l0, l1]));
            }
            false
        })
}
