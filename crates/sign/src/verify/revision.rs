//! The strict part: the first signed revision as the parser sees it, and each later one as bytes that this program
//! would have appended.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};
use zonewright_domain::role::SignRole;

use super::scan::Found;
use crate::pdf::appearance::references;
use crate::pdf::fields::Form;
use crate::pdf::load::{load, raw_dict};
use crate::pdf::raw::{RawDict, reference};
use crate::pdf::update::{Objects, Tail};
use crate::sign::transform;

/// What is known about the report after the revisions read so far.
pub(super) struct Base {
    form: Form,
    tail: Tail,
    /// The fields that are still empty, as bytes.
    fields: BTreeMap<u32, Vec<u8>>,
    /// Highest object number that anything refers to.
    highest_reference: u32,
}

/// Entries a signature dictionary of this program may have.
const SIGNATURE_KEYS: [&[u8]; 10] = [
    b"Type",
    b"Filter",
    b"SubFilter",
    b"ByteRange",
    b"Contents",
    b"M",
    b"Name",
    b"Reason",
    b"Location",
    b"Reference",
];

impl Base {
    /// Reads the revision that the assessor's signature `one` closes. The error is a sentence.
    pub(super) fn read(pdf: &[u8], one: &Found<'_>) -> Result<Self, String> {
        let pdf = &pdf[..one.end];
        let doc = load(pdf).map_err(|error| error.to_string())?;
        let form = Form::find(&doc)
            .map_err(|error| format!("{error} Its signatures are of an unknown kind."))?;
        let tail = Tail::of(&doc, pdf).map_err(|error| error.to_string())?;
        let mut fields = BTreeMap::new();
        for role in SignRole::ALL {
            let id = form.field(role);
            let (bytes, _) = raw_dict(&doc, pdf, id).ok_or_else(|| unusual(role))?;
            fields.insert(id.0, bytes);
        }
        check_first(&doc, pdf, &form, &fields, one)?;
        Ok(Self {
            form,
            tail,
            fields,
            highest_reference: highest_reference(&doc),
        })
    }

    /// Accepts the revision from `before` to the end of `one`, if it is the signature of `role` and nothing else.
    pub(super) fn advance(
        &mut self,
        pdf: &[u8],
        before: usize,
        one: &Found<'_>,
        role: SignRole,
    ) -> Result<(), String> {
        let (earlier, appended) = (pdf.get(..before), pdf.get(before..one.end));
        let read = earlier
            .zip(appended)
            .and_then(|(earlier, appended)| self.tail.read_back(earlier, appended));
        let (objects, next) = read.ok_or("it was extended by another program or by hand.")?;
        if one.place < before {
            return Err("two signatures share one revision.".to_owned());
        }
        self.check_numbers(&objects, role)?;
        self.check_field(&objects, one, role)?;
        check_signature(one, role, self.form.catalog)?;
        self.tail = next;
        self.fields.remove(&self.form.field(role).0);
        Ok(())
    }

    /// Only the field itself may be replaced, and new numbers must mean nothing yet.
    fn check_numbers(&self, objects: &Objects, role: SignRole) -> Result<(), String> {
        let field = self.form.field(role).0;
        for (number, body) in objects {
            if *number == field {
                continue;
            }
            if *number < self.tail.size {
                return Err(format!("object {number} was replaced."));
            }
            if *number <= self.highest_reference {
                return Err(format!(
                    "object {number}, which the report already refers to, was put in place."
                ));
            }
            let kind = RawDict::read(body).and_then(|dict| dict.get(b"Type"));
            let structural = kind
                .is_some_and(|kind| matches!(kind, b"/ObjStm" | b"/XRef") || kind.contains(&b'#'));
            if structural {
                return Err("hidden objects were added.".to_owned());
            }
        }
        Ok(())
    }

    /// The field keeps every byte but gains `/V` and may change `/AP` to a new object.
    fn check_field(
        &self,
        objects: &Objects,
        one: &Found<'_>,
        role: SignRole,
    ) -> Result<(), String> {
        let id = self.form.field(role).0;
        let name = role.field_name();
        let new = objects.iter().find(|(number, _)| *number == id);
        let (_, new) =
            new.ok_or_else(|| format!("a signature was added outside the field “{name}”."))?;
        let changed = || format!("the signature field “{name}” was changed.");
        let (old, new) = self
            .fields
            .get(&id)
            .and_then(|old| RawDict::read(old))
            .zip(RawDict::read(new))
            .ok_or_else(changed)?;
        let free: [&[u8]; 2] = [b"V", b"AP"];
        if old.get(b"V").is_some()
            || old.without(&free) != new.without(&free)
            || new.bytes.len() != body_length(objects, id)
        {
            return Err(changed());
        }
        if new.get(b"V").and_then(reference) != Some((one.number, 0)) {
            return Err(format!(
                "the field “{name}” does not hold the signature that was added."
            ));
        }
        let picture = new.get(b"AP");
        if picture != old.get(b"AP")
            && !picture.is_some_and(|picture| self.is_new_picture(picture, objects))
        {
            return Err(changed());
        }
        Ok(())
    }

    fn is_new_picture(&self, picture: &[u8], objects: &Objects) -> bool {
        let dict = RawDict::read(picture).filter(|dict| dict.bytes.len() == picture.len());
        let Some(dict) = dict.filter(|dict| dict.keys().eq([b"N".as_slice()])) else {
            return false;
        };
        let target = dict.get(b"N").and_then(reference);
        target.is_some_and(|(number, _)| {
            let body = objects
                .iter()
                .find(|(new, _)| *new == number && number >= self.tail.size);
            let form = body.and_then(|(_, body)| RawDict::read(body));
            form.is_some_and(|form| form.get(b"Subtype") == Some(b"/Form"))
        })
    }
}

fn body_length(objects: &Objects, id: u32) -> usize {
    objects
        .iter()
        .find(|(number, _)| *number == id)
        .map_or(0, |(_, body)| body.len())
}

/// The first signature must be the assessor's, certify the document, and stand in the file where the table says.
fn check_first(
    doc: &Document,
    pdf: &[u8],
    form: &Form,
    fields: &BTreeMap<u32, Vec<u8>>,
    one: &Found<'_>,
) -> Result<(), String> {
    for role in SignRole::ALL {
        let value = fields
            .get(&form.field(role).0)
            .and_then(|bytes| RawDict::read(bytes))
            .ok_or_else(|| unusual(role))?;
        let expected = (role == SignRole::Assessor).then_some((one.number, 0));
        if value
            .get(b"V")
            .map(|value| reference(value).unwrap_or_default())
            != expected
        {
            let text = "does not hold the signature it should";
            return Err(format!(
                "The field “{}” {text}. Ask for an untouched copy.",
                role.field_name()
            ));
        }
    }
    let placed =
        raw_dict(doc, pdf, (one.number, 0)).is_some_and(|(_, place)| place == Some(one.place));
    let certified = doc
        .catalog()
        .and_then(|catalog| catalog.get(b"Perms"))
        .and_then(Object::as_dict);
    let certified = certified
        .and_then(|perms| perms.get(b"DocMDP"))
        .and_then(Object::as_reference);
    if !placed || certified.ok() != Some((one.number, 0)) {
        return Err(
            "The first signature does not certify the report, so later changes cannot be judged. \
                    Ask for a report signed by this program."
                .to_owned(),
        );
    }
    check_signature(one, SignRole::Assessor, form.catalog).map_err(|text| {
        format!("The first signature is unusual: {text} Ask for a report signed by this program.")
    })
}

/// The dictionary has only known entries, and limits what its role limits.
fn check_signature(one: &Found<'_>, role: SignRole, catalog: ObjectId) -> Result<(), String> {
    if one.dict.keys().any(|key| !SIGNATURE_KEYS.contains(&key)) {
        return Err("the signature has entries this program does not write.".to_owned());
    }
    let expected = transform(role, catalog);
    if one.dict.get(b"Reference") != expected.as_deref().map(str::as_bytes) {
        return Err(format!(
            "the signature does not limit later changes as that of the {} does.",
            role.title().to_lowercase()
        ));
    }
    Ok(())
}

/// New objects must not fill a reference that pointed nowhere when the assessor signed.
fn highest_reference(doc: &Document) -> u32 {
    let mut found = Vec::new();
    doc.objects
        .values()
        .for_each(|object| references(object, &mut found));
    found.iter().map(|id| id.0).max().unwrap_or(0)
}

fn unusual(role: SignRole) -> String {
    format!(
        "The signature field “{}” is written in an unusual way. Ask for a report exported by this program.",
        role.field_name()
    )
}
