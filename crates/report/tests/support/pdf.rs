//! The object model of a report, with the walks that the rule tests need.

use lopdf::{Dictionary, Document, Object};

use super::Case;

/// A report under examination.
pub struct Pdf {
    pub document: Document,
    pub bytes: Vec<u8>,
}

impl Pdf {
    pub fn of(case: &Case) -> Self {
        let bytes = case.render();
        let document = Document::load_mem(&bytes).unwrap();
        Self { document, bytes }
    }

    pub fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        let object = self.document.dereference(object).unwrap().1;
        match object {
            Object::Stream(stream) => &stream.dict,
            other => other.as_dict().unwrap(),
        }
    }

    pub fn list<'a>(&'a self, object: &'a Object) -> &'a [Object] {
        self.document
            .dereference(object)
            .unwrap()
            .1
            .as_array()
            .unwrap()
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    pub fn stream(&self, object: &Object) -> Vec<u8> {
        let stream = self
            .document
            .dereference(object)
            .unwrap()
            .1
            .as_stream()
            .unwrap();
        if stream.dict.has(b"Filter") {
            stream.decompressed_content().unwrap()
        } else {
            stream.content.clone()
        }
    }

    /// Structure elements in reading order.
    pub fn elements(&self) -> Vec<&Dictionary> {
        let root = self.dict(self.catalog().get(b"StructTreeRoot").unwrap());
        let mut found = Vec::new();
        self.walk(root.get(b"K").unwrap(), &mut found);
        found
    }

    pub fn walk<'a>(&'a self, object: &'a Object, found: &mut Vec<&'a Dictionary>) {
        match self.document.dereference(object).unwrap().1 {
            Object::Array(kids) => kids.iter().for_each(|kid| self.walk(kid, found)),
            Object::Dictionary(dict) if dict.has(b"S") => {
                found.push(dict);
                if let Ok(kids) = dict.get(b"K") {
                    self.walk(kids, found);
                }
            }
            _ => {}
        }
    }

    pub fn fonts(&self) -> Vec<&Dictionary> {
        let all = self
            .document
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok());
        all.filter(|dict| name(dict, b"Type") == "Font" && name(dict, b"Subtype") == "Type0")
            .collect()
    }

    pub fn annotations(&self) -> Vec<&Dictionary> {
        let pages = self.document.get_pages().into_values();
        let lists = pages.filter_map(|page| {
            self.document
                .get_dictionary(page)
                .unwrap()
                .get(b"Annots")
                .ok()
        });
        lists
            .flat_map(|list| self.list(list))
            .map(|annotation| self.dict(annotation))
            .collect()
    }
}

pub fn name(dict: &Dictionary, key: &[u8]) -> String {
    let value = dict.get(key).and_then(Object::as_name).unwrap_or_default();
    String::from_utf8_lossy(value).into_owned()
}

pub fn text(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}
