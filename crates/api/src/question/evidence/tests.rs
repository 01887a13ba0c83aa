#![allow(clippy::unwrap_used)]

use super::picture::{Kind, Raster, kind_of};
use super::{bare_name, claims_picture};

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes
}

#[test]
fn a_picture_is_known_by_its_bytes_and_says_its_size() {
    let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\x02\x58\x03\x20\x03".to_vec();
    let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x40\x01\xf0\x40".to_vec();
    let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x3f\xc1\x3b\x00".to_vec();
    let extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x1f\x03\0\x57\x02\0".to_vec();
    for (bytes, raster, size) in [
        (png(1920, 1080), Raster::Png, Some((1920, 1080))),
        (png(7, 9)[..20].to_vec(), Raster::Png, None),
        (jpeg.clone(), Raster::Jpeg, Some((800, 600))),
        (jpeg[..8].to_vec(), Raster::Jpeg, None),
        (b"\xff\xd8\xff\xda\0\x04".to_vec(), Raster::Jpeg, None),
        (lossy, Raster::Webp, Some((320, 240))),
        (lossless, Raster::Webp, Some((320, 240))),
        (extended, Raster::Webp, Some((800, 600))),
        (b"RIFF\0\0\0\0WEBPVP9 ".to_vec(), Raster::Webp, None),
    ] {
        assert_eq!(
            kind_of(&bytes),
            Some(Kind::Picture(raster, size)),
            "{bytes:x?}"
        );
    }
}

#[test]
fn what_could_carry_script_is_never_a_picture() {
    assert_eq!(kind_of(b"%PDF-1.7"), Some(Kind::Pdf));
    for bytes in [
        &b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..],
        b"<!doctype html>",
        b"GIF89a",
        b"",
        b"RIFF\0\0\0\0WAVE",
    ] {
        assert_eq!(kind_of(bytes), None, "{bytes:?}");
    }
}

#[test]
fn a_jpeg_that_never_ends_is_walked_once() {
    let mut bytes = b"\xff\xd8\xff".to_vec();
    bytes.extend([0xff; 100_000]);
    assert_eq!(kind_of(&bytes), Some(Kind::Picture(Raster::Jpeg, None)));
}

#[test]
fn a_name_loses_its_folders_and_must_remain() {
    for (given, kept) in [
        ("photo.png", "photo.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\plant\\Schrank 4.jpg", "Schrank 4.jpg"),
        ("two\nlines\u{0}.txt", "twolines.txt"),
    ] {
        assert_eq!(bare_name(given).unwrap(), kept);
    }
    for given in ["", "  ", "folder/", "\u{7}"] {
        assert_eq!(
            bare_name(given).unwrap_err().code,
            "input.field",
            "{given:?}"
        );
    }
    assert!(claims_picture("a.b.JPEG") && !claims_picture("png") && !claims_picture("a.svg"));
}
