//! From signature to signature through the revisions of one file.

use chrono::Utc;
use zonewright_domain::role::SignRole;

use super::changes;
use super::revision::Base;
use super::scan::Found;
use super::state::{Check, Coverage, SignatureState, Trust, Verdict, Verification};
use super::text_of;
use crate::certificate::Certificate;
use crate::cms::SignedData;
use crate::pdf::text::read_date;

/// Judges a file with at least one signature.
pub(super) fn judge(pdf: &[u8], found: &[Found<'_>], trust: &[Certificate]) -> Verification {
    let mut findings = Vec::new();
    let mut broken_from = None;
    let mut note = |revision: usize, text: String, findings: &mut Vec<String>| {
        broken_from.get_or_insert(revision);
        findings.push(text);
    };
    let roles = match follow(pdf, found) {
        Ok(roles) => roles,
        Err(stop) => {
            note(stop.revision, stop.text, &mut findings);
            stop.roles
        }
    };
    let last = found.last().map_or(0, |one| one.end);
    if last != pdf.len() && findings.is_empty() {
        let closed = found.len() >= SignRole::ALL.len();
        note(
            found.len(),
            changes::describe_tail(pdf, last, closed),
            &mut findings,
        );
    }
    let of = found.len() + usize::from(last != pdf.len());
    let mut signatures: Vec<SignatureState> = Vec::new();
    for (place, one) in found.iter().enumerate() {
        let mut state = one_signature(pdf, one, roles.get(place).copied(), trust);
        state.coverage = match one.end == pdf.len() {
            true => Coverage::WholeFile,
            false => Coverage::Revision {
                number: place + 1,
                of,
            },
        };
        state.explain(findings.first().map(String::as_str));
        signatures.push(state);
    }
    let bad = signatures.iter().filter(|state| !state.holds());
    findings.extend(
        bad.filter_map(|state| state.sentences.get(1 + usize::from(broken_from.is_some())))
            .cloned()
            .collect::<Vec<_>>(),
    );
    if signatures.iter().any(|state| !state.valid) && findings.is_empty() {
        findings.push("A signature does not hold. Ask for an untouched copy.".to_owned());
    }
    let verdict = if findings.is_empty() {
        Verdict::Valid
    } else {
        Verdict::Refused
    };
    let open = match verdict {
        Verdict::Valid => SignRole::ALL.into_iter().skip(found.len()).collect(),
        _ => Vec::new(),
    };
    Verification {
        verdict,
        signatures,
        findings,
        open,
    }
}

/// Why the walk stopped: at which revision (from 0), and the roles recognised so far.
struct Stop {
    revision: usize,
    text: String,
    roles: Vec<SignRole>,
}

/// Follows the revisions; each must add the signature of the next role and nothing else.
fn follow(pdf: &[u8], found: &[Found<'_>]) -> Result<Vec<SignRole>, Stop> {
    let mut roles = Vec::new();
    let stop = |revision: usize, text: String, roles: &[SignRole]| Stop {
        revision,
        text,
        roles: roles.to_vec(),
    };
    let mut base = Base::read(pdf, &found[0]).map_err(|text| stop(0, text, &roles))?;
    roles.push(SignRole::Assessor);
    for (revision, one) in found.iter().enumerate().skip(1) {
        let before = found[revision - 1].end;
        let Some(role) = SignRole::ALL.get(revision).copied() else {
            return Err(stop(
                revision,
                changes::describe_tail(pdf, before, true),
                &roles,
            ));
        };
        if let Err(text) = base.advance(pdf, before, one, role) {
            let seen = changes::describe(pdf, before, one.end);
            let text = format!(
                "After the signature of the {} the file was changed: {} Ask for an untouched copy.",
                roles[revision - 1].title().to_lowercase(),
                seen.unwrap_or(text)
            );
            return Err(stop(revision, text, &roles));
        }
        roles.push(role);
    }
    Ok(roles)
}

/// The facts of one signature by itself.
fn one_signature(
    pdf: &[u8],
    one: &Found<'_>,
    role: Option<SignRole>,
    trust: &[Certificate],
) -> SignatureState {
    let claimed_at = one.dict.get(b"M").and_then(read_date);
    let mut state = SignatureState {
        role,
        field: role.map_or("", SignRole::field_name).to_owned(),
        name: text_of(&one.dict, b"Name"),
        certificate: None,
        claimed_at,
        reason: text_of(&one.dict, b"Reason"),
        place: text_of(&one.dict, b"Location"),
        digest: Check::Unknown,
        signature: Check::Unknown,
        certificate_bound: Check::Unknown,
        certificate_in_time: Check::Unknown,
        trust: Trust::Unknown,
        coverage: Coverage::Broken,
        valid: false,
        sentences: Vec::new(),
    };
    let known = one.dict.get(b"SubFilter") == Some(b"/ETSI.CAdES.detached");
    let Some(data) = SignedData::read(&one.contents).filter(|_| known) else {
        return state;
    };
    let judgement = data.judge(&[&pdf[..one.gap], &pdf[one.after..one.end]]);
    let check = |holds: bool| if holds { Check::Ok } else { Check::Bad };
    state.digest = check(judgement.digest);
    state.signature = judgement.signature.map_or(Check::Unknown, check);
    state.certificate_bound = check(judgement.bound);
    state.certificate_in_time = claimed_at.map_or(Check::Unknown, |time| {
        check(data.own.check_time(time.with_timezone(&Utc)).is_ok())
    });
    state.trust = trust_in(&data, trust);
    state.name = data.own.name().to_owned();
    state.certificate = Some(data.own);
    state
}

/// Looks for the certificate or for an issuer it leads to in the list.
fn trust_in(data: &SignedData<'_>, trust: &[Certificate]) -> Trust {
    let mut current = &data.own;
    for _ in 0..=data.others.len() {
        if trust.contains(current) || trust.iter().any(|listed| current.is_issued_by(listed)) {
            return Trust::Listed;
        }
        match data
            .others
            .iter()
            .find(|other| *other != current && current.is_issued_by(other))
        {
            Some(issuer) => current = issuer,
            None => break,
        }
    }
    if data.own.self_made() {
        Trust::SelfMade
    } else {
        Trust::Unlisted
    }
}
