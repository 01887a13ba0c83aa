//! Every way in which an identity, a signature or a check can be refused, as sentences that say what to do.

use chrono::{DateTime, Utc};
use zonewright_domain::role::SignRole;

/// Why an identity (key and certificate) cannot be made, opened or used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// The file is larger than any identity file.
    #[error(
        "The identity file is {size} bytes long; identity files are at most {limit} bytes. Choose the .p12 or .pfx file that holds your key."
    )]
    TooLarge {
        /// Length found, in bytes.
        size: usize,
        /// Longest length accepted, in bytes.
        limit: usize,
    },
    /// Neither PKCS#12 nor readable as such.
    #[error(
        "The file is not a readable identity file (PKCS#12, .p12 or .pfx): {detail}. Nothing was changed. Export the identity again or use a backup."
    )]
    Damaged {
        /// What the reader stumbled over.
        detail: String,
    },
    /// The passphrase does not open the file.
    #[error(
        "The passphrase does not open this identity file. Nothing was changed. Check capitals and keyboard layout, then try again."
    )]
    WrongPassphrase,
    /// Encryption that is not supported.
    #[error(
        "The identity file is protected in a way this program cannot read ({detail}). Export it again with AES-256 or 3DES protection."
    )]
    UnsupportedProtection {
        /// What the reader said.
        detail: String,
    },
    /// Certificates only.
    #[error(
        "The identity file holds no private key, so it cannot sign. Export it again and include the private key."
    )]
    NoKey,
    /// No certificate for the key.
    #[error(
        "The identity file holds a private key but no certificate that belongs to it. Export it again and include the certificate."
    )]
    NoCertificate,
    /// Key kinds other than RSA 2048–4096, P-256 and P-384.
    #[error(
        "The key in this identity is {kind}; usable are RSA keys of 2048 to 4096 bits and elliptic curve keys on P-256 or P-384. Use another identity or make one here."
    )]
    UnsupportedKey {
        /// The kind found, for example "on the curve P-521".
        kind: String,
    },
    /// The certificate forbids signatures (RFC 5280, 4.2.1.3).
    #[error(
        "The certificate of {name} is not made for signing documents. Use another identity or make one here."
    )]
    NotForSigning {
        /// Name in the certificate.
        name: String,
    },
    /// The certificate is no longer valid.
    #[error("The certificate of {name} expired on {}. Renew it or make a new identity.", .expired_at.format("%Y-%m-%d"))]
    Expired {
        /// Name in the certificate.
        name: String,
        /// End of validity.
        expired_at: DateTime<Utc>,
    },
    /// The certificate is not valid yet.
    #[error("The certificate of {name} is valid only from {}. Check the clock of this computer, or wait until then.", .valid_from.format("%Y-%m-%d"))]
    NotYetValid {
        /// Name in the certificate.
        name: String,
        /// Start of validity.
        valid_from: DateTime<Utc>,
    },
    /// A name, organisation or e-mail address that cannot stand in a certificate.
    #[error("The {field} cannot stand in a certificate: {why}. Change it and try again.")]
    BadSubject {
        /// Which entry.
        field: &'static str,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Too short to protect a key.
    #[error(
        "The passphrase is too short to protect a signing key; use at least {least} characters."
    )]
    WeakPassphrase {
        /// Least number of characters.
        least: usize,
    },
    /// The bytes are not an X.509 certificate.
    #[error(
        "This is not a readable certificate (.cer, .crt or .pem): {detail}. Nothing was changed. Ask for the certificate again."
    )]
    BadCertificate {
        /// What the reader stumbled over.
        detail: String,
    },
    /// The cryptographic library refused.
    #[error(
        "The {action} failed ({detail}). Nothing was changed. Try again; if it happens again, use another identity."
    )]
    Crypto {
        /// What was tried.
        action: &'static str,
        /// What the library said.
        detail: String,
    },
}

impl IdentityError {
    /// Stable word for this kind of error; never reused for another one.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "identity-too-large",
            Self::Damaged { .. } => "identity-damaged",
            Self::WrongPassphrase => "identity-wrong-passphrase",
            Self::UnsupportedProtection { .. } => "identity-unsupported-protection",
            Self::NoKey => "identity-no-key",
            Self::NoCertificate => "identity-no-certificate",
            Self::UnsupportedKey { .. } => "identity-unsupported-key",
            Self::NotForSigning { .. } => "identity-not-for-signing",
            Self::Expired { .. } => "identity-expired",
            Self::NotYetValid { .. } => "identity-not-yet-valid",
            Self::BadSubject { .. } => "identity-bad-subject",
            Self::WeakPassphrase { .. } => "identity-weak-passphrase",
            Self::BadCertificate { .. } => "certificate-damaged",
            Self::Crypto { .. } => "identity-crypto",
        }
    }
}

/// Why a PDF cannot be signed or checked. The PDF itself is never changed in place.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// Larger than the limit.
    #[error(
        "The PDF is {size} bytes long; this program reads at most {limit} bytes. Export the report again without large evidence."
    )]
    TooLarge {
        /// Length found, in bytes.
        size: usize,
        /// Longest length accepted, in bytes.
        limit: usize,
    },
    /// Not a PDF, or a broken one.
    #[error(
        "The file cannot be read as a PDF: {detail}. It was not changed. Export the report again."
    )]
    Unreadable {
        /// What the reader stumbled over.
        detail: String,
    },
    /// No Zonewright report.
    #[error(
        "This PDF is not a Zonewright report: {detail}. It was not changed. Choose a report exported by this program."
    )]
    NotOurs {
        /// What is missing.
        detail: String,
    },
    /// The field already holds a signature.
    #[error("The {} has already signed this report. It was not changed. To sign anew, export the report again.", .role.title().to_lowercase())]
    AlreadySigned {
        /// Whose field it is.
        role: SignRole,
    },
    /// Somebody must sign before.
    #[error("The {} signs after the {}, who has not signed yet. The report was not changed. Ask the {} to sign first.", .role.title().to_lowercase(), .first.title().to_lowercase(), .first.title().to_lowercase())]
    OutOfTurn {
        /// Who wanted to sign.
        role: SignRole,
        /// Who must sign first.
        first: SignRole,
    },
    /// The signatures or contents that exist do not check out.
    #[error(
        "The report was changed or damaged after it was signed, so nobody can sign it any more: {detail} It was not changed now. Use an untouched copy."
    )]
    Refused {
        /// First finding of the check.
        detail: String,
    },
    /// The signature appearance is not a usable one-page PDF.
    #[error("The picture of the signature cannot be used: {detail}. The report was not changed.")]
    Appearance {
        /// What is wrong with it.
        detail: String,
    },
    /// The signature does not fit into the reserved room.
    #[error(
        "The signature needs {needed} bytes, but {reserved} are reserved; the identity carries too many certificates. The report was not changed. Export the identity with fewer certificates."
    )]
    TooManyCertificates {
        /// Bytes needed.
        needed: usize,
        /// Bytes reserved.
        reserved: usize,
    },
    /// The identity cannot be used.
    #[error(transparent)]
    Identity(#[from] IdentityError),
}

impl SignError {
    /// Stable word for this kind of error; never reused for another one.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "pdf-too-large",
            Self::Unreadable { .. } => "pdf-unreadable",
            Self::NotOurs { .. } => "pdf-not-ours",
            Self::AlreadySigned { .. } => "sign-already-signed",
            Self::OutOfTurn { .. } => "sign-out-of-turn",
            Self::Refused { .. } => "sign-refused",
            Self::Appearance { .. } => "sign-appearance",
            Self::TooManyCertificates { .. } => "sign-too-many-certificates",
            Self::Identity(error) => error.code(),
        }
    }
}
