//! Reports, identities and signatures.

use zonewright_domain::role::SignRole;
use zonewright_sign::{Trust, Verdict};

use super::words::{SignatureMark, Word};
use super::{input, output};

output! {
    /// A report that was written.
    ReportView { #[ts(type = "FileHandle")] file: String, name: String, size: usize, sha256: String, }
}
output! {
    /// An identity that can sign.
    IdentityView { name: String, fingerprint: String, valid_until: String, self_made: bool, }
}
input! {
    /// A new self-made identity.
    MakeIdentity { name: String, organisation: String, passphrase: String, }
}
input! {
    /// Writes the certificate of an identity to a file.
    ExportCertificate { identity: String, #[ts(type = "FileHandle")] file: String, }
}
input! {
    /// Signs a report.
    SignReport {
        #[ts(type = "FileHandle")] file: String, role: Word<SignRole>,
        #[serde(default)] #[ts(optional)] identity: Option<String>,
        #[serde(default)] #[ts(optional, type = "FileHandle")] p12: Option<String>,
        passphrase: String,
        #[serde(default)] #[ts(optional)] reason: Option<String>,
        #[serde(default)] #[ts(optional)] place: Option<String>,
    }
}
output! {
    /// One signature field.
    SignatureView { role: Option<Word<SignRole>>, field: String, state: Word<SignatureMark>, signer: String, fingerprint: String, signed_at: Option<String>, reason: String, trust: Word<Trust>, sentences: Vec<String>, }
}
output! {
    /// What verification found.
    VerificationView { verdict: Word<Verdict>, message: String, signatures: Vec<SignatureView>, findings: Vec<String>, matches_site: Option<bool>, site_changes_since: Option<u64>, }
}
