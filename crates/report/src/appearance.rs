//! What a signature looks like on the page. Made by the same layout and fonts as the report, so that a name in any
//! script of the bundled fonts can sign and the signed file stays PDF/A.

use chrono::DateTime;

use crate::content::Text;
use crate::error::ReportError;
use crate::face::Face;
use crate::layout::shape::{Align, Style};
use crate::palette;
use crate::{layout, pdf};

/// The words of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AppearanceText<'a> {
    /// Who signed.
    pub name: &'a str,
    /// As whom: [`zonewright_domain::role::SignRole::title`].
    pub role: &'a str,
    /// When, as people read it.
    pub signed_at: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Short fingerprint of the certificate.
    pub fingerprint: &'a str,
}

/// A PDF of one page of exactly `width_pt` × `height_pt` points with the words of a signature; text that is too long
/// is made smaller until it fits. Its fonts are embedded; its page is meant to be taken over as a form XObject.
///
/// # Errors
/// [`ReportError`] only for faults of the program.
pub fn signature_appearance(
    text: &AppearanceText<'_>,
    width_pt: f32,
    height_pt: f32,
) -> Result<Vec<u8>, ReportError> {
    let style = |face, size: f32, color| Style {
        face,
        size,
        leading: size * 1.32,
        color,
        align: Align::Start,
    };
    let small = style(Face::Regular, 7.5, palette::MUTED);
    let lines = [
        (Text::from(text.name), style(Face::Bold, 13.0, palette::INK)),
        (
            Text::from(format!("{} · signed {}", text.role, text.signed_at)),
            style(Face::Regular, 8.5, palette::INK),
        ),
        (labelled("Reason: ", text.reason), small),
        (labelled("Certificate: ", text.fingerprint), small),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let laid = layout::lay_out_label(&lines, width_pt, height_pt);
    let facts = pdf::Facts {
        title: "Signature".to_owned(),
        author: crate::one_line(text.name),
        subject: "Appearance of a signature".to_owned(),
        producer: "Zonewright".to_owned(),
        made_at: DateTime::UNIX_EPOCH.fixed_offset(),
        attachment: None,
    };
    pdf::write(&laid, &facts)
}

fn labelled(label: &str, value: &str) -> Text {
    if value.trim().is_empty() {
        Text::default()
    } else {
        Text::from(format!("{label}{value}"))
    }
}
