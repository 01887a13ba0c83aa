//! Signing a report: PAdES B-B (ETSI EN 319 142-1) appended as one revision. The assessor certifies (DocMDP, changes
//! limited to signatures), the reviewer approves, the asset owner approves and closes (FieldMDP over all fields).

#[cfg(test)]
mod tests;

use chrono::{DateTime, FixedOffset, Utc};
use lopdf::{Document, ObjectId};
use zonewright_domain::role::SignRole;

use crate::cms::{hash_of, signed_data};
use crate::error::SignError;
use crate::identity::Signer;
use crate::pdf::appearance;
use crate::pdf::fields::Form;
use crate::pdf::load::{load, raw_dict};
use crate::pdf::raw::{RawDict, write_dict};
use crate::pdf::text::{write_date, write_text};
use crate::pdf::update::{Objects, Tail};
use crate::verify::{Verdict, verify};

/// Bytes reserved for the CMS signature.
const RESERVED: usize = 8 * 1024;

/// Bytes reserved for the byte range, brackets included.
const RANGE_ROOM: usize = 46;

/// One wish to sign. Everything that is not in the file stands here; no clock is read.
pub struct SignRequest<'a> {
    /// Whose field is signed.
    pub role: SignRole,
    /// The key and the certificates.
    pub identity: &'a dyn Signer,
    /// The time the signer claims, with the offset people at the site read.
    pub signed_at: DateTime<FixedOffset>,
    /// Why they sign; left out when empty.
    pub reason: &'a str,
    /// Where they sign; left out when empty.
    pub place: &'a str,
    /// A one-page PDF shown in the field; `None` leaves the field as the report drew it.
    pub appearance: Option<&'a [u8]>,
}

/// The signed PDF: `pdf` unchanged, followed by one revision. Refuses a PDF that is not a report of this program, a role
/// out of turn or already signed, existing signatures that do not verify, and a certificate not valid at the time.
pub fn sign(pdf: &[u8], request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    check_turn(pdf, request.role)?;
    append_signature(pdf, request)
}

/// Signs whatever `pdf` is, as an attacker with a key of their own could.
fn append_signature(pdf: &[u8], request: &SignRequest<'_>) -> Result<Vec<u8>, SignError> {
    let own = request
        .identity
        .chain()
        .first()
        .ok_or(crate::IdentityError::NoCertificate)?;
    own.check_time(request.signed_at.with_timezone(&Utc))?;
    let doc = load(pdf)?;
    let form = Form::find(&doc)?;
    let tail = Tail::of(&doc, pdf)?;
    let objects = objects(pdf, &doc, &form, tail.size, request)?;
    let (appended, _) = tail.append(pdf, &objects);
    let mut signed = [pdf, &appended].concat();
    fill(&mut signed, pdf.len(), request.identity)?;
    Ok(signed)
}

/// Only the next role in [`SignRole::ALL`] may sign, and only on an intact report.
fn check_turn(pdf: &[u8], role: SignRole) -> Result<(), SignError> {
    let state = verify(pdf, &[])?;
    if state.verdict == Verdict::Refused {
        let detail = state
            .findings
            .into_iter()
            .next()
            .unwrap_or_else(|| "A signature does not verify.".to_owned());
        return Err(SignError::Refused { detail });
    }
    match state.open.first() {
        Some(first) if *first == role => Ok(()),
        Some(first) if state.open.contains(&role) => Err(SignError::OutOfTurn {
            role,
            first: *first,
        }),
        _ if state.signatures.is_empty() => Form::find(&load(pdf)?).map(|_| ()),
        _ => Err(SignError::AlreadySigned { role }),
    }
}

/// The new and replaced objects: the signature, its appearance, the field, and once the catalog.
fn objects(
    pdf: &[u8],
    doc: &Document,
    form: &Form,
    first: u32,
    request: &SignRequest<'_>,
) -> Result<Objects, SignError> {
    let mut objects = vec![(first, signature_dict(request, form.catalog))];
    let mut picture = None;
    if let Some(bytes) = request.appearance {
        objects.extend(appearance::import(bytes, first + 1)?);
        picture = Some(format!("<</N {} 0 R>>", first + 1));
    }
    let field = form.field(request.role);
    objects.push((
        field.0,
        field_with(&raw(doc, pdf, field)?, first, picture.as_deref())?,
    ));
    if request.role == SignRole::Assessor {
        objects.push((
            form.catalog.0,
            certified_catalog(&raw(doc, pdf, form.catalog)?, first)?,
        ));
    }
    Ok(objects)
}

fn raw(doc: &Document, pdf: &[u8], id: ObjectId) -> Result<Vec<u8>, SignError> {
    let found = raw_dict(doc, pdf, id).filter(|_| id.1 == 0);
    found
        .map(|(bytes, _)| bytes)
        .ok_or_else(|| unusual("one of its objects is written in an unusual way"))
}

fn field_with(old: &[u8], signature: u32, picture: Option<&str>) -> Result<Vec<u8>, SignError> {
    let old = RawDict::read(old).ok_or_else(|| unusual("its signature field is broken"))?;
    let value = format!("{signature} 0 R");
    let mut added: Vec<(&[u8], &[u8])> = vec![(b"V", value.as_bytes())];
    let kept = match picture {
        Some(picture) => {
            added.push((b"AP", picture.as_bytes()));
            old.without(&[b"AP"])
        }
        None => old.without(&[]),
    };
    Ok(write_dict(&kept, &added))
}

fn certified_catalog(old: &[u8], signature: u32) -> Result<Vec<u8>, SignError> {
    let old = RawDict::read(old).ok_or_else(|| unusual("its catalog is broken"))?;
    if old.get(b"Perms").is_some() {
        return Err(unusual(
            "another program has already limited what may be done with it",
        ));
    }
    let permissions = format!("<</DocMDP {signature} 0 R>>");
    Ok(write_dict(
        &old.without(&[]),
        &[(b"Perms", permissions.as_bytes())],
    ))
}

/// The `/Reference` of a role: what the signature forbids from now on (ISO 32000-1, 12.8.2).
pub(crate) fn transform(role: SignRole, catalog: ObjectId) -> Option<String> {
    let certify = "[<</Type /SigRef/TransformMethod /DocMDP/TransformParams <</Type /TransformParams/P 2/V /1.2>>>>]";
    match role {
        SignRole::Assessor => Some(certify.to_owned()),
        SignRole::Reviewer => None,
        SignRole::AssetOwner => Some(format!(
            "[<</Type /SigRef/TransformMethod /FieldMDP/Data {} {} R\
             /TransformParams <</Type /TransformParams/Action /All/V /1.2>>>>]",
            catalog.0, catalog.1
        )),
    }
}

fn signature_dict(request: &SignRequest<'_>, catalog: ObjectId) -> Vec<u8> {
    let name = request
        .identity
        .chain()
        .first()
        .map_or("", |own| own.name());
    let room = [b"[".to_vec(), vec![b' '; RANGE_ROOM - 2], b"]".to_vec()].concat();
    let contents = [b"<".to_vec(), vec![b'0'; RESERVED * 2], b">".to_vec()].concat();
    let (time, name) = (write_date(request.signed_at), write_text(name));
    let (reason, place) = (write_text(request.reason), write_text(request.place));
    let reference = transform(request.role, catalog);
    let mut entries: Vec<(&[u8], &[u8])> = vec![
        (b"Type", b"/Sig"),
        (b"Filter", b"/Adobe.PPKLite"),
        (b"SubFilter", b"/ETSI.CAdES.detached"),
        (b"ByteRange", &room),
        (b"Contents", &contents),
        (b"M", &time),
        (b"Name", &name),
    ];
    if !request.reason.is_empty() {
        entries.push((b"Reason", &reason));
    }
    if !request.place.is_empty() {
        entries.push((b"Location", &place));
    }
    if let Some(reference) = &reference {
        entries.push((b"Reference", reference.as_bytes()));
    }
    write_dict(&entries, &[])
}

/// Writes byte range and signature into the room reserved for them in the revision that starts at `from`.
fn fill(signed: &mut [u8], from: usize, signer: &dyn Signer) -> Result<(), SignError> {
    let lead = b"/ByteRange ";
    let found = signed[from..]
        .windows(lead.len())
        .position(|window| window == lead);
    let range_at = from + found.expect("the signature was written with a byte range") + lead.len();
    let gap = range_at + RANGE_ROOM + b"/Contents ".len();
    let after = gap + RESERVED * 2 + 2;
    let range = format!("[0 {gap} {after} {}", signed.len() - after);
    signed[range_at..range_at + range.len()].copy_from_slice(range.as_bytes());
    let digest = hash_of(signer.algorithm()).digest(&[&signed[..gap], &signed[after..]]);
    let cms = signed_data(signer, &digest)?;
    if cms.len() > RESERVED {
        return Err(SignError::TooManyCertificates {
            needed: cms.len(),
            reserved: RESERVED,
        });
    }
    let hex: String = cms.iter().map(|byte| format!("{byte:02X}")).collect();
    signed[gap + 1..gap + 1 + hex.len()].copy_from_slice(hex.as_bytes());
    Ok(())
}

fn unusual(detail: &str) -> SignError {
    SignError::NotOurs {
        detail: detail.to_owned(),
    }
}
