//! What bytes are, by their first bytes: endings and names are not believed. Of pictures the size in pixels is read too,
//! because a file of a few kilobytes can unpack to more than a screen can hold.

use crate::wire::words::EvidenceKind;

/// Formats of pictures that hold pixels and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Raster {
    /// ISO/IEC 15948.
    Png,
    /// ISO/IEC 10918-1.
    Jpeg,
    /// RFC 9649.
    Webp,
}

impl Raster {
    /// Media type.
    pub(super) const fn media(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    pub(super) const fn word(self) -> EvidenceKind {
        match self {
            Self::Png => EvidenceKind::Png,
            Self::Jpeg => EvidenceKind::Jpeg,
            Self::Webp => EvidenceKind::Webp,
        }
    }
}

/// What bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A picture with its width and height in pixels; `None` when its head is cut off.
    Picture(Raster, Option<(u32, u32)>),
    /// A PDF document.
    Pdf,
}

/// What bytes are; `None` for everything that is only kept and never shown.
pub(super) fn kind_of(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        Some(Kind::Picture(Raster::Png, png_size(bytes)))
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Some(Kind::Picture(Raster::Jpeg, jpeg_size(bytes)))
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::Picture(Raster::Webp, webp_size(bytes)))
    } else if bytes.starts_with(b"%PDF-") {
        Some(Kind::Pdf)
    } else {
        None
    }
}

fn big16(bytes: &[u8], at: usize) -> Option<u32> {
    let two: [u8; 2] = bytes.get(at..at + 2)?.try_into().ok()?;
    Some(u32::from(u16::from_be_bytes(two)))
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = bytes.get(at..at + length)?;
    Some(
        part.iter()
            .rev()
            .fold(0, |sum, byte| (sum << 8) | u32::from(*byte)),
    )
}

/// The first chunk of a PNG is its head: width and height, four bytes each.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| {
        let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
        Some(u32::from_be_bytes(four))
    };
    (bytes.get(12..16) == Some(b"IHDR")).then_some(())?;
    Some((number(16)?, number(20)?))
}

/// Walks the segments of a JPEG to the frame header, which holds height and width.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        (*bytes.get(at)? == 0xff).then_some(())?;
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            // Stand-alone markers have no length.
            0x01 | 0xd0..=0xd8 => at += 2,
            // Frame headers, without the tables (C4, CC) and the reserved C8 between them.
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big16(bytes, at + 7)?, big16(bytes, at + 5)?));
            }
            // Picture data or the end before any frame header.
            0xd9 | 0xda => return None,
            _ => at += 2 + big16(bytes, at + 2)? as usize,
        }
    }
}

/// The first chunk of a WebP tells which of three forms it has.
fn webp_size(bytes: &[u8]) -> Option<(u32, u32)> {
    match bytes.get(12..16)? {
        b"VP8 " => Some((
            little(bytes, 26, 2)? & 0x3fff,
            little(bytes, 28, 2)? & 0x3fff,
        )),
        b"VP8L" => {
            let bits = little(bytes, 21, 4)?;
            Some(((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}
