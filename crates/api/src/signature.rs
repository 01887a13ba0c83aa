//! Signs reports and verifies them, offline.

use zonewright_domain::role::SignRole;
use zonewright_report::{
    AppearanceText, SIGN_FIELD_HEIGHT_PT, SIGN_FIELD_WIDTH_PT, read_embedded, signature_appearance,
};
use zonewright_sign::{
    Passphrase, SignError, SignRequest, SignatureState, Signer as _, Trust, Verdict, Verification,
    sign as sign_pdf, verify as verify_pdf,
};

use crate::app::App;
use crate::files::{Readers, read_limited, write_for};
use crate::identity;
use crate::problem::Problem;
use crate::site::trimmed;
use crate::wire::files::ByFile;
use crate::wire::report::{SignReport, SignatureView, VerificationView};
use crate::wire::words::SignatureMark;

/// Largest report, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Adds the signature of one role to a report, in place, and verifies the result.
pub(crate) fn sign(app: &mut App, input: SignReport) -> Result<VerificationView, Problem> {
    let path = app.path(&input.file)?;
    let role = input.role.read("role")?;
    let passphrase = Passphrase::new(input.passphrase);
    let identity = identity::open(
        app,
        input.identity.as_deref(),
        input.p12.as_deref(),
        &passphrase,
    )?;
    let pdf = read_limited(&path, LARGEST)?;
    let reason = match trimmed(input.reason.as_deref().unwrap_or_default())? {
        empty if empty.is_empty() => default_reason(role).to_owned(),
        reason => reason,
    };
    let place = trimmed(input.place.as_deref().unwrap_or_default())?;
    let certificate = identity.certificate();
    let fingerprint: String = certificate.fingerprint().chars().take(19).collect();
    let signed_at = app.now();
    let shown = signed_at.format("%Y-%m-%d %H:%M %:z").to_string();
    let text = AppearanceText {
        name: certificate.name(),
        role: role.title(),
        signed_at: &shown,
        reason: &reason,
        fingerprint: &fingerprint,
    };
    let appearance = signature_appearance(&text, SIGN_FIELD_WIDTH_PT, SIGN_FIELD_HEIGHT_PT)?;
    let request = SignRequest {
        role,
        identity: &identity,
        signed_at,
        reason: &reason,
        place: &place,
        appearance: Some(&appearance),
    };
    let signed = sign_pdf(&pdf, &request)?;
    write_for(Readers::Others, &path, &signed)?;
    let mut trusted = identity::certificates(app);
    trusted.extend(identity.chain().first().cloned());
    view(app, &signed, &verify_pdf(&signed, &trusted)?)
}

/// Says of each signature whether it holds, and whether the report still tells what the open site holds.
pub(crate) fn verify(app: &mut App, input: ByFile) -> Result<VerificationView, Problem> {
    let pdf = read_limited(&app.path(&input.file)?, LARGEST)?;
    let verification = verify_pdf(&pdf, &identity::certificates(app))?;
    view(app, &pdf, &verification)
}

const fn default_reason(role: SignRole) -> &'static str {
    match role {
        SignRole::Assessor => "I made this assessment",
        SignRole::Reviewer => "I reviewed this assessment",
        SignRole::AssetOwner => "I accept this assessment for the plant",
    }
}

fn view(app: &App, pdf: &[u8], verification: &Verification) -> Result<VerificationView, Problem> {
    let valid = verification
        .signatures
        .iter()
        .filter(|signature| signature.valid)
        .count();
    let message = match verification.verdict {
        Verdict::Valid => format!(
            "{valid} of 3 signatures stand, and nothing was changed after signing that may not change."
        ),
        Verdict::NotSigned => "This report carries no signature yet.".to_owned(),
        Verdict::Refused => "Do not rely on this report: what follows says why.".to_owned(),
    };
    let mut signatures: Vec<SignatureView> =
        verification.signatures.iter().map(signature_view).collect();
    signatures.extend(verification.open.iter().map(|role| open_view(*role)));
    let tie = tie_to_site(app, pdf)?;
    Ok(VerificationView {
        verdict: verification.verdict.into(),
        message,
        signatures,
        findings: verification.findings.clone(),
        matches_site: tie.map(|(matches, _)| matches),
        site_changes_since: tie.and_then(|(_, since)| since),
    })
}

/// Whether the report was made from the open site as it is now, and how many operations came after; `None` when no
/// site is open or the file carries no assessment.
fn tie_to_site(app: &App, pdf: &[u8]) -> Result<Option<(bool, Option<u64>)>, Problem> {
    let (Ok(file), Ok(assessment)) = (app.file(), read_embedded(pdf)) else {
        return Ok(None);
    };
    let text = |pointer: &str| {
        assessment
            .pointer(pointer)
            .and_then(serde_json::Value::as_str)
            .map(str::to_owned)
    };
    if text("/site/id").as_deref() != Some(file.site()?.id.as_str()) {
        return Ok(Some((false, None)));
    }
    let head = file.head()?;
    let operations = assessment
        .pointer("/provenance/operations")
        .and_then(serde_json::Value::as_u64);
    let same = text("/provenance/journal_head").as_deref() == Some(head.hash.as_str());
    Ok(Some((
        same,
        operations.map(|then| head.operations.saturating_sub(then)),
    )))
}

fn signature_view(state: &SignatureState) -> SignatureView {
    SignatureView {
        role: state.role.map(Into::into),
        field: state.field.clone(),
        state: if state.valid {
            SignatureMark::Valid.into()
        } else {
            SignatureMark::Refused.into()
        },
        signer: state.name.clone(),
        fingerprint: state
            .certificate
            .as_ref()
            .map(|certificate| certificate.fingerprint())
            .unwrap_or_default(),
        signed_at: state.claimed_at.map(|at| at.to_rfc3339()),
        reason: state.reason.clone(),
        trust: state.trust.into(),
        sentences: state.sentences.clone(),
    }
}

fn open_view(role: SignRole) -> SignatureView {
    SignatureView {
        role: Some(role.into()),
        field: role.field_name().to_owned(),
        state: SignatureMark::Empty.into(),
        signer: String::new(),
        fingerprint: String::new(),
        signed_at: None,
        reason: String::new(),
        trust: Trust::Unknown.into(),
        sentences: vec!["Not signed yet.".to_owned()],
    }
}

impl From<SignError> for Problem {
    fn from(error: SignError) -> Self {
        // The codes of the crate begin with the noun: `pdf-`, `sign-` or `identity-`.
        let code = error.code().replacen('-', ".", 1).replace('-', "_");
        Self::refused(
            &code,
            error.to_string(),
            "The report is unchanged. Correct what the message names and try again.",
        )
    }
}
