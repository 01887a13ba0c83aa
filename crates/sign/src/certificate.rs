//! A certificate as people see it (name, fingerprint, validity) and as checks need it (key, issuer and serial, raw).

use chrono::{DateTime, Utc};
use der::{Decode, Encode};
use ring::signature as algorithms;
use sha2::{Digest, Sha256};
use x509_cert::Certificate as Parsed;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::name::Name;

use crate::asn1::{CONTEXT_0, SEQUENCE, Tlv, oid};
use crate::error::IdentityError;

/// Longest certificate accepted, in bytes; real ones have one or two thousand.
const LONGEST: usize = 64 * 1024;

/// An X.509 certificate (RFC 5280). Cheap to compare; equal when the bytes are equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    der: Vec<u8>,
    name: String,
    organisation: Option<String>,
    subject: String,
    issuer_der: Vec<u8>,
    serial_der: Vec<u8>,
    subject_der: Vec<u8>,
    key: PublicKey,
    not_before: DateTime<Utc>,
    not_after: DateTime<Utc>,
    for_signing: bool,
}

/// A public key with what is needed to verify with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicKey {
    pub(crate) kind: KeyKind,
    /// RSA: the DER of `RSAPublicKey`; elliptic curve: the uncompressed point.
    pub(crate) bits: Vec<u8>,
}

/// The kinds of key this crate can use, or the name of one it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyKind {
    Rsa,
    P256,
    P384,
    Other(String),
}

/// Digest inside a signature algorithm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Certificate {
    /// Reads one DER certificate. Fails on anything that is not exactly one.
    pub fn from_der(der: &[u8]) -> Result<Self, IdentityError> {
        if der.len() > LONGEST {
            return Err(bad("it is far too large"));
        }
        let parsed = Parsed::from_der(der).map_err(|error| bad(&error.to_string()))?;
        let tbs = &parsed.tbs_certificate;
        let raw = RawTbs::of(der).ok_or_else(|| bad("its outer structure is broken"))?;
        let name = attribute(&tbs.subject, "2.5.4.3");
        let subject = tbs.subject.to_string();
        Ok(Self {
            der: der.to_vec(),
            name: name.unwrap_or_else(|| subject.clone()),
            organisation: attribute(&tbs.subject, "2.5.4.10"),
            issuer_der: raw.issuer.to_vec(),
            serial_der: raw.serial.to_vec(),
            subject_der: raw.subject.to_vec(),
            key: PublicKey::of(&parsed)?,
            not_before: date(tbs.validity.not_before.to_unix_duration().as_secs())?,
            not_after: date(tbs.validity.not_after.to_unix_duration().as_secs())?,
            for_signing: for_signing(&parsed),
            subject,
        })
    }

    /// Reads a certificate file as people exchange them: PEM text or DER bytes.
    pub fn from_pem_or_der(bytes: &[u8]) -> Result<Self, IdentityError> {
        if bytes.len() > 2 * LONGEST {
            return Err(bad("it is far too large"));
        }
        let text = bytes.trim_ascii();
        if !text.starts_with(b"-----BEGIN CERTIFICATE-----") {
            return Self::from_der(bytes);
        }
        let parsed =
            <Parsed as der::DecodePem>::from_pem(text).map_err(|error| bad(&error.to_string()))?;
        Self::from_der(&parsed.to_der().map_err(|error| bad(&error.to_string()))?)
    }

    /// The DER bytes.
    pub fn to_der(&self) -> &[u8] {
        &self.der
    }

    /// PEM text with `\n` line ends, to hand to the people who are to trust this certificate.
    pub fn to_pem(&self) -> String {
        let label = "CERTIFICATE";
        der::pem::encode_string(label, der::pem::LineEnding::LF, &self.der)
            .expect("a certificate below the size limit fits into PEM")
    }

    /// SHA-256 of the DER bytes as 16 groups of four capital hexadecimal digits, to compare by telephone.
    pub fn fingerprint(&self) -> String {
        let digest = Sha256::digest(&self.der);
        let groups: Vec<String> = digest
            .chunks(2)
            .map(|pair| format!("{:02X}{:02X}", pair[0], pair[1]))
            .collect();
        groups.join(" ")
    }

    /// The common name, or the whole subject if it has none.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The organisation, if the subject names one.
    pub fn organisation(&self) -> Option<&str> {
        self.organisation.as_deref()
    }

    /// The whole subject in the notation of RFC 4514.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// Start of validity.
    pub fn not_before(&self) -> DateTime<Utc> {
        self.not_before
    }

    /// End of validity, inclusive.
    pub fn not_after(&self) -> DateTime<Utc> {
        self.not_after
    }

    /// True when the certificate names itself as its issuer: nobody else vouches for it.
    pub fn self_made(&self) -> bool {
        self.issuer_der == self.subject_der
    }

    /// Fails when `now` is outside the validity of the certificate (both ends belong to it).
    pub fn check_time(&self, now: DateTime<Utc>) -> Result<(), IdentityError> {
        let name = self.name.clone();
        if now < self.not_before {
            return Err(IdentityError::NotYetValid {
                name,
                valid_from: self.not_before,
            });
        }
        if now > self.not_after {
            return Err(IdentityError::Expired {
                name,
                expired_at: self.not_after,
            });
        }
        Ok(())
    }

    pub(crate) fn key(&self) -> &PublicKey {
        &self.key
    }

    /// False when a key usage extension is present and allows neither digitalSignature nor contentCommitment.
    pub(crate) fn is_for_signing(&self) -> bool {
        self.for_signing
    }

    /// `issuer ‖ serialNumber`: the contents of IssuerAndSerialNumber (RFC 5652, 10.2.4).
    pub(crate) fn issuer_and_serial(&self) -> Vec<u8> {
        [self.issuer_der.as_slice(), &self.serial_der].concat()
    }

    /// True when `issuer` made this certificate: the names match and its signature verifies.
    pub(crate) fn is_issued_by(&self, issuer: &Self) -> bool {
        if self.issuer_der != issuer.subject_der {
            return false;
        }
        let outer = Tlv::expect(&self.der, SEQUENCE).and_then(|whole| whole.members());
        let Some([tbs, algorithm, signature]) = outer.as_deref().and_then(|parts| parts.get(..3))
        else {
            return false;
        };
        let algorithm = algorithm
            .members()
            .and_then(|parts| parts.first().map(|oid| oid.value));
        let (Some(hash), Some(bits)) = (
            algorithm.and_then(Hash::of_signature),
            signature.value.get(1..),
        ) else {
            return false;
        };
        issuer.key.verify(hash, tbs.raw, bits) == Some(true)
    }
}

impl PublicKey {
    fn of(parsed: &Parsed) -> Result<Self, IdentityError> {
        let info = &parsed.tbs_certificate.subject_public_key_info;
        let curve = info.algorithm.parameters.as_ref().map(|any| any.value());
        let kind = match (info.algorithm.oid.as_bytes(), curve) {
            (oid::RSA, _) => KeyKind::Rsa,
            (oid::EC, Some(oid::P256)) => KeyKind::P256,
            (oid::EC, Some(oid::P384)) => KeyKind::P384,
            (oid::EC, Some(oid::P521)) => KeyKind::Other("on the curve P-521".into()),
            (oid::EC, _) => KeyKind::Other("on another elliptic curve".into()),
            _ => KeyKind::Other(format!("of the kind {}", info.algorithm.oid)),
        };
        let bits = info
            .subject_public_key
            .as_bytes()
            .ok_or_else(|| bad("its key is not a whole number of bytes"))?;
        Ok(Self {
            kind,
            bits: bits.to_vec(),
        })
    }

    /// Whether `signature` over `message` is right; `None` for key kinds that cannot be checked here.
    pub(crate) fn verify(&self, hash: Hash, message: &[u8], signature: &[u8]) -> Option<bool> {
        let algorithm: &dyn algorithms::VerificationAlgorithm = match (&self.kind, hash) {
            (KeyKind::Rsa, Hash::Sha256) => &algorithms::RSA_PKCS1_2048_8192_SHA256,
            (KeyKind::Rsa, Hash::Sha384) => &algorithms::RSA_PKCS1_2048_8192_SHA384,
            (KeyKind::Rsa, Hash::Sha512) => &algorithms::RSA_PKCS1_2048_8192_SHA512,
            (KeyKind::P256, Hash::Sha256) => &algorithms::ECDSA_P256_SHA256_ASN1,
            (KeyKind::P256, Hash::Sha384) => &algorithms::ECDSA_P256_SHA384_ASN1,
            (KeyKind::P384, Hash::Sha256) => &algorithms::ECDSA_P384_SHA256_ASN1,
            (KeyKind::P384, Hash::Sha384) => &algorithms::ECDSA_P384_SHA384_ASN1,
            _ => return None,
        };
        Some(
            algorithms::UnparsedPublicKey::new(algorithm, &self.bits)
                .verify(message, signature)
                .is_ok(),
        )
    }
}

impl Hash {
    /// The digest of a digest algorithm identifier.
    pub(crate) fn of_digest(identifier: &[u8]) -> Option<Self> {
        match identifier {
            oid::SHA256 => Some(Self::Sha256),
            oid::SHA384 => Some(Self::Sha384),
            oid::SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of a signature algorithm identifier that names one.
    pub(crate) fn of_signature(identifier: &[u8]) -> Option<Self> {
        match identifier {
            oid::RSA_SHA256 | oid::ECDSA_SHA256 => Some(Self::Sha256),
            oid::RSA_SHA384 | oid::ECDSA_SHA384 => Some(Self::Sha384),
            oid::RSA_SHA512 | oid::ECDSA_SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    /// The digest of all `parts` one after the other.
    pub(crate) fn digest(self, parts: &[&[u8]]) -> Vec<u8> {
        fn run<D: Digest>(parts: &[&[u8]]) -> Vec<u8> {
            let mut state = D::new();
            parts.iter().for_each(|part| state.update(part));
            state.finalize().to_vec()
        }
        match self {
            Self::Sha256 => run::<Sha256>(parts),
            Self::Sha384 => run::<sha2::Sha384>(parts),
            Self::Sha512 => run::<sha2::Sha512>(parts),
        }
    }
}

/// Names and serial number exactly as encoded, because others compare them byte by byte.
struct RawTbs<'a> {
    serial: &'a [u8],
    issuer: &'a [u8],
    subject: &'a [u8],
}

impl<'a> RawTbs<'a> {
    fn of(der: &'a [u8]) -> Option<Self> {
        let tbs = *Tlv::expect(der, SEQUENCE)?.members()?.first()?;
        let members = tbs.members()?;
        let skip = usize::from(members.first()?.tag == CONTEXT_0);
        let at = |index: usize| members.get(skip + index).map(|member| member.raw);
        Some(Self {
            serial: at(0)?,
            issuer: at(2)?,
            subject: at(4)?,
        })
    }
}

fn bad(detail: &str) -> IdentityError {
    IdentityError::BadCertificate {
        detail: detail.to_owned(),
    }
}

fn date(seconds: u64) -> Result<DateTime<Utc>, IdentityError> {
    let seconds = i64::try_from(seconds).ok();
    seconds
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or_else(|| bad("its dates are out of range"))
}

/// First attribute of the subject with this identifier, as text.
fn attribute(name: &Name, identifier: &str) -> Option<String> {
    let mut all = name.0.iter().flat_map(|set| set.0.iter());
    let found = all.find(|attribute| attribute.oid.to_string() == identifier)?;
    let bytes = found.value.value();
    // BMPString is the only string type here that is not a superset of ASCII in single bytes.
    if der::Tagged::tag(&found.value) == der::Tag::BmpString {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
            .collect();
        return Some(String::from_utf16_lossy(&units));
    }
    Some(String::from_utf8_lossy(bytes).into_owned())
}

fn for_signing(parsed: &Parsed) -> bool {
    match parsed.tbs_certificate.get::<KeyUsage>() {
        Ok(Some((_, usage))) => {
            usage.0.contains(KeyUsages::DigitalSignature)
                || usage.0.contains(KeyUsages::NonRepudiation)
        }
        Ok(None) => true,
        Err(_) => false,
    }
}
