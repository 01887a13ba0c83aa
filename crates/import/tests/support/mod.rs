//! What the tests of this crate share: reading through a real child process, and workbooks written by hand.

#![allow(dead_code)]

use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zonewright_import::{
    ImportError, ImportPlan, Limits, Mapping, ReadRequest, ReaderProgram, SheetGuess, Workbook,
    guess, plan, read_in_child,
};

/// The reader as a program of its own.
pub(crate) fn reader() -> ReaderProgram {
    ReaderProgram::at(env!("CARGO_BIN_EXE_zonewright-spreadsheet-reader"))
}

/// A committed spreadsheet.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fixtures/spreadsheets")
        .join(name)
}

/// Reads with the default limits.
pub(crate) fn read(path: &Path, request: &ReadRequest) -> Result<Workbook, ImportError> {
    read_in_child(&reader(), path, request, &Limits::default(), &mut |_| {
        ControlFlow::Continue(())
    })
}

/// The whole way without a person: preview, guess, read, plan.
pub(crate) fn import(path: &Path, existing_zones: &[&str]) -> (Workbook, SheetGuess, ImportPlan) {
    let preview = read(path, &ReadRequest::preview()).unwrap();
    let guess = guess(&preview);
    let best = guess.best.expect("a sheet looks like a list of assets");
    let sheet_guess = guess.sheets[best].clone();
    let workbook = read(path, &ReadRequest::sheet(&sheet_guess.sheet)).unwrap();
    let zones: Vec<String> = existing_zones.iter().map(ToString::to_string).collect();
    let sheet = workbook.find_sheet(&sheet_guess.sheet).unwrap();
    let plan = plan(sheet, &Mapping::from_guess(&sheet_guess), &zones);
    (workbook, sheet_guess, plan)
}

/// A scratch folder with one file in it.
pub(crate) fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// A zip of parts.
pub(crate) fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// Parts of an xlsx with one sheet `S`: properties of the workbook, what stands before the data, and the data.
pub(crate) fn xlsx_parts(
    properties: &str,
    before: &str,
    data: &str,
) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", TYPES.to_owned()),
        ("_rels/.rels", RELS.to_owned()),
        (
            "xl/workbook.xml",
            format!(
                r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.to_owned()),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}<sheetData>{data}</sheetData></worksheet>"#
            ),
        ),
    ]
}

/// A zip of owned parts.
pub(crate) fn zip_parts(parts: &[(&'static str, String)]) -> Vec<u8> {
    let borrowed: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, content)| (*name, content.as_str()))
        .collect();
    zip_of(&borrowed)
}

/// An xlsx with one sheet.
pub(crate) fn xlsx(before: &str, data: &str) -> Vec<u8> {
    zip_parts(&xlsx_parts("", before, data))
}

/// A cell with text in it.
pub(crate) fn inline(address: &str, text: &str) -> String {
    format!(r#"<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#)
}

/// An ods with this body.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        ),
        (
            "content.xml",
            &format!(
                r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
            ),
        ),
    ])
}
