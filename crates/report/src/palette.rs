//! The colours of a report. Every text pair reaches a contrast of 4.5 : 1 or more (tested); no colour stands without a word or number.

/// An sRGB colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub(crate) struct Color(pub(crate) u8, pub(crate) u8, pub(crate) u8);

/// Running text.
pub(crate) const INK: Color = Color(0x1B, 0x27, 0x33);
/// Captions, labels, page furniture.
pub(crate) const MUTED: Color = Color(0x52, 0x60, 0x6D);
/// Headings, rules, links.
pub(crate) const ACCENT: Color = Color(0x0B, 0x4F, 0x6C);
/// Hairlines.
pub(crate) const HAIRLINE: Color = Color(0xC6, 0xCF, 0xD6);
/// Heads of tables and tiles.
pub(crate) const TINT: Color = Color(0xEE, 0xF3, 0xF6);
/// Paper.
pub(crate) const WHITE: Color = Color(0xFF, 0xFF, 0xFF);
/// The draft mark.
pub(crate) const ALERT: Color = Color(0x9E, 0x2A, 0x2B);

/// Fill and text colour of a gap of 0 to 4 levels: light to dark in one direction, so that it also reads in grey.
pub(crate) const fn gap(levels: u8) -> (Color, Color) {
    match levels {
        0 => (Color(0xE3, 0xEF, 0xF5), INK),
        1 => (Color(0xFD, 0xE8, 0xB8), INK),
        2 => (Color(0xF6, 0xB9, 0x6B), INK),
        3 => (Color(0xB5, 0x3F, 0x1E), WHITE),
        _ => (Color(0x6F, 0x15, 0x1D), WHITE),
    }
}

impl Color {
    /// Relative luminance as WCAG 2 defines it, 0 to 1.
    #[cfg(test)]
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contrast(one: Color, other: Color) -> f64 {
        let (high, low) = (
            one.luminance().max(other.luminance()),
            one.luminance().min(other.luminance()),
        );
        (high + 0.05) / (low + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        let mut pairs = vec![
            (INK, WHITE),
            (INK, TINT),
            (MUTED, WHITE),
            (MUTED, TINT),
            (ACCENT, WHITE),
            (ACCENT, TINT),
            (ALERT, WHITE),
            (WHITE, ACCENT),
        ];
        pairs.extend((0..=4).map(gap));
        for (one, other) in pairs {
            assert!(contrast(one, other) >= 4.5, "{one:?} on {other:?}");
        }
    }

    #[test]
    fn a_larger_gap_is_darker() {
        for level in 0..4 {
            assert!(gap(level).0.luminance() > gap(level + 1).0.luminance());
        }
    }
}
