//! From pages to PDF bytes: printpdf writes content streams and font dictionaries, one conformance pass over the
//! object model does the rest (printpdf's own metadata, links, bookmarks and PDF/A switches do not conform).

mod annotations;
mod conform;
mod emit;
mod fonts;
mod icc;
mod outline;
mod structure;
mod values;
mod xmp;

use chrono::{DateTime, FixedOffset};
use lopdf::{Document, Object, SaveOptions};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};

use crate::error::ReportError;
use crate::layout::Laid;

/// What the file says about itself.
#[derive(Debug, Clone)]
pub(crate) struct Facts<'a> {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) producer: String,
    pub(crate) made_at: DateTime<FixedOffset>,
    /// Name and bytes of the embedded assessment; `None` for a page that is only a part of something.
    pub(crate) attachment: Option<(&'a str, &'a [u8])>,
}

/// Writes the bytes.
pub(crate) fn write(laid: &Laid, facts: &Facts<'_>) -> Result<Vec<u8>, ReportError> {
    let fonts = fonts::subsets(laid)?;
    let mut printed = PdfDocument::new("");
    fonts::register(&fonts, &mut printed);
    let pages = laid.order.iter().map(|id| {
        let page = &laid.pages[id.0];
        let mut written = PdfPage::new(
            Pt(page.width).into(),
            Pt(page.height).into(),
            emit::operations(page, &fonts),
        );
        // Through millimetres the size would differ in the last digits.
        for area in [
            &mut written.media_box,
            &mut written.trim_box,
            &mut written.crop_box,
        ] {
            (area.width, area.height) = (Pt(page.width), Pt(page.height));
        }
        written
    });
    printed.with_pages(pages.collect());
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let mut document = printed.to_lopdf_document(&options, &mut warnings);
    conform::conform(&mut document, laid, facts)?;
    save(&mut document)
}

fn save(document: &mut Document) -> Result<Vec<u8>, ReportError> {
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && stream.allows_compression
            && !stream.dict.has(b"Filter")
        {
            stream.compress()?;
        }
    }
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(6)
        .build();
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options)
        .map_err(|error| ReportError::assembly(error.to_string()))?;
    Ok(bytes)
}
