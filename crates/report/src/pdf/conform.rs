//! The conformance pass: everything that makes the file PDF 1.7, PDF/A-3a and PDF/UA-1.

use lopdf::{Document, Object, ObjectId, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use super::structure::{Places, structure};
use super::values::{date, name, text_string};
use super::{Facts, annotations::annotations, icc, outline::outline, xmp};
use crate::error::ReportError;
use crate::layout::Laid;
use crate::layout::tree::PageId;

/// Rewrites what printpdf leaves unfit and adds what it does not know.
pub(crate) fn conform(
    document: &mut Document,
    laid: &Laid,
    facts: &Facts<'_>,
) -> Result<(), ReportError> {
    document.version = "1.7".to_owned();
    let pages = page_objects(document, laid)?;
    let keys = Keys::of(laid);
    let (annotation_ids, fields) = annotations(document, laid, &pages, &keys.annotations);
    for (index, page) in pages.iter().enumerate() {
        let dict = document
            .get_object_mut(*page)
            .and_then(Object::as_dict_mut)?;
        dict.set("Tabs", "S");
        dict.set("StructParents", keys.pages[index]);
        dict.remove(b"Annots");
        if !annotation_ids[index].is_empty() {
            let ids: Vec<Object> = annotation_ids[index]
                .iter()
                .map(|id| (*id).into())
                .collect();
            dict.set("Annots", ids);
        }
    }
    let places = Places {
        pages: &pages,
        annotations: &annotation_ids,
        keys: &keys.annotations,
        page_keys: &keys.pages,
    };
    let tree = structure(document, laid, &places);
    let outline = outline(document, &laid.entries, &laid.pages, &|page: PageId| {
        pages[page.0]
    });
    catalog(document, facts, tree, outline, &fields)?;
    information(document, facts)?;
    identify(document);
    Ok(())
}

/// Objects of the pages by [`PageId`]; printpdf has them in reading order.
fn page_objects(document: &Document, laid: &Laid) -> Result<Vec<ObjectId>, ReportError> {
    let read: Vec<ObjectId> = document.get_pages().into_values().collect();
    if read.len() != laid.order.len() {
        return Err(ReportError::assembly(
            "the number of pages changed while writing",
        ));
    }
    let mut made = vec![(0, 0); read.len()];
    for (object, id) in read.into_iter().zip(&laid.order) {
        made[id.0] = object;
    }
    Ok(made)
}

/// Structure parent keys: pages first, in the order of making, then annotations.
struct Keys {
    pages: Vec<i64>,
    annotations: Vec<Vec<i64>>,
}

impl Keys {
    fn of(laid: &Laid) -> Self {
        let mut counter = 0..;
        let mut next = || counter.next().expect("the counter has no end");
        let pages = laid.pages.iter().map(|_| next()).collect();
        let annotations = laid
            .pages
            .iter()
            .map(|page| page.annotations.iter().map(|_| next()).collect())
            .collect();
        Self { pages, annotations }
    }
}

fn catalog(
    document: &mut Document,
    facts: &Facts<'_>,
    tree: ObjectId,
    outline: Option<ObjectId>,
    fields: &[ObjectId],
) -> Result<(), ReportError> {
    let root = document
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference)?;
    let pages = document
        .get_dictionary(root)
        .and_then(|dict| dict.get(b"Pages"))
        .cloned()?;
    let metadata = metadata(document, facts);
    let intent = output_intent(document);
    let mut catalog = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => text_string("en"),
        "MarkInfo" => dictionary! { "Marked" => true },
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
        "PageLayout" => "SinglePage",
        "Metadata" => metadata,
        "OutputIntents" => vec![intent.into()],
        "StructTreeRoot" => tree,
    };
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
        catalog.set("PageMode", "UseOutlines");
    }
    if !fields.is_empty() {
        let fields: Vec<Object> = fields.iter().map(|id| (*id).into()).collect();
        // SignaturesExist and AppendOnly from the start, so that signing touches the fields alone.
        let form = document.add_object(dictionary! { "Fields" => fields, "SigFlags" => 3 });
        catalog.set("AcroForm", form);
    }
    if let Some((file_name, bytes)) = facts.attachment {
        let file = attachment(document, facts, file_name, bytes);
        let names = dictionary! { "Names" => vec![text_string(file_name), file.into()] };
        catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
        catalog.set("AF", vec![file.into()]);
    }
    document.set_object(root, catalog);
    Ok(())
}

fn metadata(document: &mut Document, facts: &Facts<'_>) -> ObjectId {
    let packet = xmp::packet(facts).into_bytes();
    // Readable without a PDF library: archives search for it.
    let stream = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        packet,
    )
    .with_compression(false);
    document.add_object(stream)
}

fn output_intent(document: &mut Document) -> ObjectId {
    let profile = document.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    document.add_object(dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => text_string("sRGB"),
        "Info" => text_string("sRGB"),
        "DestOutputProfile" => profile,
    })
}

fn attachment(
    document: &mut Document,
    facts: &Facts<'_>,
    file_name: &str,
    bytes: &[u8],
) -> ObjectId {
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let stream = Stream::new(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => name("application/json"),
            "Params" => dictionary! { "Size" => size, "ModDate" => date(&facts.made_at) },
        },
        bytes.to_vec(),
    );
    let stream = document.add_object(stream);
    document.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text_string(file_name),
        "UF" => text_string(file_name),
        "Desc" => text_string("The assessment in machine-readable form"),
        "AFRelationship" => "Source",
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

/// The same facts as in the XMP packet.
fn information(document: &mut Document, facts: &Facts<'_>) -> Result<(), ReportError> {
    let info = document
        .trailer
        .get(b"Info")
        .and_then(Object::as_reference)?;
    let moment = date(&facts.made_at);
    document.set_object(
        info,
        dictionary! {
            "Title" => text_string(&facts.title),
            "Author" => text_string(&facts.author),
            "Subject" => text_string(&facts.subject),
            "Creator" => text_string(&facts.producer),
            "Producer" => text_string(&facts.producer),
            "CreationDate" => moment.clone(),
            "ModDate" => moment,
        },
    );
    Ok(())
}

/// The file identifier from the content: equal input gives an equal identifier.
fn identify(document: &mut Document) {
    let mut hash = Sha256::new();
    for (id, object) in &document.objects {
        if let Object::Stream(stream) = object {
            hash.update(id.0.to_be_bytes());
            hash.update(&stream.content);
        }
    }
    let half = hash.finalize()[..16].to_vec();
    let part = || Object::String(half.clone(), StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![part(), part()]);
}
