//! An sRGB profile made here (ICC.1:2001, version 2): three primaries, a white point and one tone curve.

/// The profile.
pub(crate) fn srgb() -> Vec<u8> {
    let curve = curve();
    let tags: [(&[u8; 4], Vec<u8>); 7] = [
        (b"desc", description("sRGB")),
        (b"cprt", text("No copyright, use freely")),
        // D50 white and the primaries of IEC 61966-2-1 adapted to it.
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"rXYZ", xyz([0.436_07, 0.222_49, 0.013_92])),
        (b"gXYZ", xyz([0.385_15, 0.716_87, 0.097_08])),
        (b"bXYZ", xyz([0.143_07, 0.060_61, 0.714_1])),
        (b"rTRC", curve),
    ];
    let entries = tags.len() + 2;
    let mut table = u32_bytes(entries);
    let mut data = Vec::new();
    let start = 128 + 4 + 12 * entries;
    for (name, bytes) in &tags {
        let place = start + data.len();
        let names: &[&[u8; 4]] = if *name == b"rTRC" {
            &[b"rTRC", b"gTRC", b"bTRC"]
        } else {
            &[*name]
        };
        for name in names {
            table.extend_from_slice(*name);
            table.extend(u32_bytes(place));
            table.extend(u32_bytes(bytes.len()));
        }
        data.extend_from_slice(bytes);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.extend(table);
    profile.extend(data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = u32_bytes(size);
    header.extend([0; 4]);
    header.extend([2, 0x10, 0, 0]);
    header.extend(b"mntrRGB XYZ ");
    // 1 January 2026: a fixed date, since the profile never changes.
    for part in [2026_u16, 1, 1, 0, 0, 0] {
        header.extend(part.to_be_bytes());
    }
    header.extend(b"acsp");
    header.resize(68, 0);
    header.extend(xyz([0.9642, 1.0, 0.8249]).split_off(8));
    header.resize(128, 0);
    header
}

fn curve() -> Vec<u8> {
    const STEPS: u16 = 1024;
    let mut bytes = b"curv\0\0\0\0".to_vec();
    bytes.extend(u32_bytes(usize::from(STEPS)));
    for step in 0..STEPS {
        let value = f64::from(step) / f64::from(STEPS - 1);
        let linear = if value <= 0.040_45 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        };
        bytes.extend(((linear * 65535.0).round() as u16).to_be_bytes());
    }
    bytes
}

fn xyz(values: [f64; 3]) -> Vec<u8> {
    let mut bytes = b"XYZ \0\0\0\0".to_vec();
    for value in values {
        bytes.extend(((value * 65536.0).round() as i32).to_be_bytes());
    }
    bytes
}

fn text(words: &str) -> Vec<u8> {
    let mut bytes = b"text\0\0\0\0".to_vec();
    bytes.extend(words.as_bytes());
    bytes.push(0);
    bytes
}

fn description(words: &str) -> Vec<u8> {
    let mut bytes = b"desc\0\0\0\0".to_vec();
    bytes.extend(u32_bytes(words.len() + 1));
    bytes.extend(words.as_bytes());
    // The end of the text, then empty Unicode and Macintosh descriptions.
    bytes.resize(bytes.len() + 1 + 8 + 3 + 67, 0);
    bytes
}

fn u32_bytes(value: usize) -> Vec<u8> {
    u32::try_from(value)
        .expect("a profile is a few kilobytes")
        .to_be_bytes()
        .to_vec()
}
