//! What a check found out, as facts and as sentences.

use chrono::{DateTime, FixedOffset};
use zonewright_domain::role::SignRole;

use crate::certificate::Certificate;

/// The result of one check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// The whole in one word.
    pub verdict: Verdict,
    /// The signatures in the order in which they were made.
    pub signatures: Vec<SignatureState>,
    /// What is wrong or unusual with the file, as whole sentences; empty for an intact report.
    pub findings: Vec<String>,
    /// Roles that have not signed yet, in signing order; empty when nobody may sign (any more).
    pub open: Vec<SignRole>,
}

/// The result in one word. Trust is a separate question: see [`Trust`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// All signatures hold and nothing else was appended.
    Valid,
    /// The file holds no signature.
    NotSigned,
    /// Something was changed, is damaged, or cannot be judged here.
    Refused,
}

/// One yes-or-no question about a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Check {
    /// It holds.
    Ok,
    /// It does not hold.
    Bad,
    /// It could not be answered.
    Unknown,
}

/// Who vouches for the certificate, as far as this computer knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// It, or the issuer it leads to, is in the list of trusted certificates.
    Listed,
    /// Made by its owner and not in the list: compare the fingerprint before relying on it.
    SelfMade,
    /// Issued by somebody who is not in the list.
    Unlisted,
    /// There is no readable certificate.
    Unknown,
}

/// How much of the file a signature covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// Everything but itself.
    WholeFile,
    /// Everything up to the end of revision `number` of `of`, counted from 1.
    Revision {
        /// The last revision covered.
        number: usize,
        /// All revisions of the file.
        of: usize,
    },
    /// The covered ranges do not make sense.
    Broken,
}

/// One signature.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureState {
    /// Whose it is; `None` for a signature that stands in none of the three fields.
    pub role: Option<SignRole>,
    /// Name of the field; empty if there is none.
    pub field: String,
    /// Name in the certificate; without one, the name the file claims.
    pub name: String,
    /// The certificate of the signer.
    pub certificate: Option<Certificate>,
    /// The time the signer claims; no third party confirms it.
    pub claimed_at: Option<DateTime<FixedOffset>>,
    /// The reason the signer gave; may be empty.
    pub reason: String,
    /// The place the signer gave; may be empty.
    pub place: String,
    /// The covered bytes are those that were signed.
    pub digest: Check,
    /// The signature was made with the key of the certificate.
    pub signature: Check,
    /// The signature names exactly this certificate.
    pub certificate_bound: Check,
    /// The certificate was valid at the claimed time.
    pub certificate_in_time: Check,
    /// Who vouches for the certificate.
    pub trust: Trust,
    /// What the signature covers.
    pub coverage: Coverage,
    /// All checks hold, and what was appended later is allowed.
    pub valid: bool,
    /// The state in whole sentences, the most important one first.
    pub sentences: Vec<String>,
}

impl Verification {
    pub(super) fn not_signed(findings: Vec<String>, open: Vec<SignRole>) -> Self {
        Self {
            verdict: Verdict::NotSigned,
            signatures: Vec::new(),
            findings,
            open,
        }
    }
}

impl SignatureState {
    /// SHA-256 fingerprint of the certificate in groups, if there is one.
    pub fn fingerprint(&self) -> Option<String> {
        self.certificate.as_ref().map(Certificate::fingerprint)
    }

    /// True when every check of the signature itself holds.
    pub(super) fn holds(&self) -> bool {
        [
            self.digest,
            self.signature,
            self.certificate_bound,
            self.certificate_in_time,
        ]
        .iter()
        .all(|check| *check == Check::Ok)
    }

    /// Writes [`SignatureState::sentences`] from the facts; `finding` is what invalidates it from outside.
    pub(super) fn explain(&mut self, finding: Option<&str>) {
        self.valid = self.holds() && finding.is_none();
        let name = if self.name.is_empty() {
            "An unknown person"
        } else {
            &self.name
        };
        let who = self.role.map_or_else(String::new, |role| {
            format!(" as {}", role.title().to_lowercase())
        });
        let head = if self.valid {
            "and the signature holds"
        } else {
            "but the signature does not hold"
        };
        let mut sentences = vec![format!("{name} signed{who}, {head}.")];
        sentences.extend(finding.map(str::to_owned));
        let failures = [
            (
                self.digest,
                "The signed contents were changed after signing. Ask for an untouched copy.",
            ),
            (
                self.signature,
                "The signature itself is damaged or was made with another key. Ask for an untouched copy.",
            ),
            (
                self.certificate_bound,
                "The certificate is not the one that was signed with. Ask for an untouched copy.",
            ),
            (
                self.certificate_in_time,
                "The certificate was not valid at the claimed time. Ask the signer to sign a fresh copy with a valid one.",
            ),
        ];
        sentences.extend(
            failures
                .iter()
                .filter(|(check, _)| *check == Check::Bad)
                .map(|(_, text)| (*text).to_owned()),
        );
        if [self.digest, self.signature, self.certificate_bound].contains(&Check::Unknown) {
            sentences.push("The signature is of a kind this program does not know. Check it with the program that made it.".to_owned());
        }
        if self.certificate_in_time == Check::Unknown && self.certificate.is_some() {
            sentences.push("The signature claims no readable time, so the validity of its certificate is unknown.".to_owned());
        }
        sentences.extend(self.trust_sentence());
        self.sentences = sentences;
    }

    fn trust_sentence(&self) -> Option<String> {
        let certificate = self.certificate.as_ref()?;
        let fingerprint = certificate.fingerprint();
        Some(match self.trust {
            Trust::Listed => "The certificate is in your list of trusted certificates.".to_owned(),
            Trust::SelfMade => format!(
                "The signer made this certificate themselves. Compare its fingerprint with them by another way before you rely on it: {fingerprint}"
            ),
            Trust::Unlisted => format!(
                "The issuer of the certificate is not in your list. Compare the fingerprint with the signer: {fingerprint}"
            ),
            Trust::Unknown => return None,
        })
    }
}
