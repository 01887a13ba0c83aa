//! Checking a report: every signature by itself, what each one covers, and what was appended after it.
//!
//! The file is read as a row of revisions, each ending where a signature's byte range ends. The first one is read with
//! the PDF parser; every later one must be exactly what this program appends for the next role, byte by byte. Whatever
//! else is appended, also when other viewers stay silent about it, makes the verdict [`Verdict::Refused`].

mod changes;
mod revision;
mod scan;
mod state;
mod walk;

use zonewright_domain::role::SignRole;

use crate::certificate::Certificate;
use crate::error::SignError;
use crate::pdf::fields::Form;
use crate::pdf::load::{check_bytes, load};
use crate::pdf::raw::RawDict;

pub use state::{Check, Coverage, SignatureState, Trust, Verdict, Verification};

/// Checks all signatures of `pdf`; `trust` holds the certificates this computer trusts (of people or of their issuers).
///
/// A changed, damaged or unusual signature is a finding, not an error: an error means that the bytes are no readable
/// PDF and hold no signature either.
pub fn verify(pdf: &[u8], trust: &[Certificate]) -> Result<Verification, SignError> {
    check_bytes(pdf)?;
    let found = scan::signatures(pdf);
    if found.is_empty() {
        return without_signature(pdf);
    }
    Ok(walk::judge(pdf, &found, trust))
}

/// No signature was found: then no field may claim to have one.
fn without_signature(pdf: &[u8]) -> Result<Verification, SignError> {
    let doc = load(pdf)?;
    let form = match Form::find(&doc) {
        Ok(form) => form,
        Err(error) => {
            return Ok(Verification::not_signed(
                vec![error.to_string()],
                Vec::new(),
            ));
        }
    };
    let filled = SignRole::ALL.into_iter().filter(|role| {
        let field = doc.get_dictionary(form.field(*role));
        field.is_ok_and(|field| field.has(b"V"))
    });
    let findings: Vec<String> = filled
        .map(|role| {
            format!(
                "The signature in the field “{}” is damaged: it does not say which bytes it covers. \
                 Ask for an untouched copy.",
                role.field_name()
            )
        })
        .collect();
    if findings.is_empty() {
        return Ok(Verification::not_signed(findings, SignRole::ALL.to_vec()));
    }
    Ok(Verification {
        verdict: Verdict::Refused,
        signatures: Vec::new(),
        findings,
        open: Vec::new(),
    })
}

/// Text of a signature dictionary entry; empty if it is missing.
fn text_of(dict: &RawDict<'_>, key: &[u8]) -> String {
    dict.get(key)
        .and_then(crate::pdf::text::read_text)
        .unwrap_or_default()
}
