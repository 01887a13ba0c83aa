//! Reports, identities and signatures.

use super::{input, output};

output! {
    /// A report that was written.
    ReportView { file: String, name: String, size: usize, sha256: String, }
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
    ExportCertificate { identity: String, file: String, }
}
input! {
    /// Signs a report.
    SignReport {
        file: String, role: String,
        #[serde(default)] #[ts(optional)] identity: Option<String>,
        #[serde(default)] #[ts(optional)] p12: Option<String>,
        passphrase: String,
        #[serde(default)] #[ts(optional)] reason: Option<String>,
        #[serde(default)] #[ts(optional)] place: Option<String>,
    }
}
output! {
    /// One signature field.
    SignatureView { role: Option<String>, field: String, state: String, signer: String, fingerprint: String, signed_at: Option<String>, reason: String, trust: String, sentences: Vec<String>, }
}
output! {
    /// What verification found.
    VerificationView { verdict: String, message: String, signatures: Vec<SignatureView>, findings: Vec<String>, matches_site: Option<bool>, site_changes_since: Option<u64>, }
}
