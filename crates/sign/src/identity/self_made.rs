//! A new identity that vouches for itself: what a consultant without a company certificate signs with.

use chrono::{DateTime, Datelike, Months, Timelike, Utc};
use p12_keystore::{
    Certificate as StoredCertificate, EncryptionAlgorithm, KeyStore, KeyStoreEntry, MacAlgorithm,
};
use p12_keystore::{PrivateKey as StoredKey, PrivateKeyChain};
use rcgen::{
    CertificateParams, DnType, DnValue, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose,
    SanType,
};
use zeroize::Zeroizing;

use crate::error::IdentityError;
use crate::passphrase::Passphrase;

/// How long a self-made certificate is valid.
const VALID_MONTHS: u32 = 36;

/// Rounds of PBKDF2 and of the integrity check: about half a second on a plant laptop.
const ROUNDS: u32 = 200_000;

/// Least length of the passphrase that protects a new key, in characters.
const LEAST_PASSPHRASE: usize = 8;

/// Longest name or organisation (RFC 5280, upper bounds), in characters.
const LONGEST_NAME: usize = 64;

/// id-kp-documentSigning (RFC 9336). Together with emailProtection, because some viewers know only the latter.
const DOCUMENT_SIGNING: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 36];

/// PKCS#9 emailAddress.
const EMAIL_ADDRESS: [u64; 7] = [1, 2, 840, 113_549, 1, 9, 1];

/// Whom a new certificate names.
#[derive(Debug, Clone, Copy)]
pub struct SelfMade<'a> {
    /// The person, 1 to 64 characters.
    pub name: &'a str,
    /// Their company or plant, 0 to 64 characters; left out of the certificate when empty.
    pub organisation: &'a str,
    /// Their e-mail address, plain ASCII.
    pub email: Option<&'a str>,
    /// Start of validity.
    pub made_at: DateTime<Utc>,
}

/// The PKCS#12 file of a new identity.
pub(super) fn make(
    person: &SelfMade<'_>,
    passphrase: &Passphrase,
) -> Result<Vec<u8>, IdentityError> {
    if passphrase.as_str().chars().count() < LEAST_PASSPHRASE {
        return Err(IdentityError::WeakPassphrase {
            least: LEAST_PASSPHRASE,
        });
    }
    let parameters = parameters(person)?;
    let key = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)
        .map_err(|why| failed("new key", &why))?;
    let certificate = parameters
        .self_signed(&key)
        .map_err(|why| failed("new certificate", &why))?;
    let key = Zeroizing::new(key.serialize_der());
    store(&key, certificate.der(), person.name, passphrase)
}

fn parameters(person: &SelfMade<'_>) -> Result<CertificateParams, IdentityError> {
    let mut parameters = CertificateParams::default();
    let names = &mut parameters.distinguished_name;
    *names = rcgen::DistinguishedName::new();
    names.push(DnType::CommonName, checked("name", person.name, 1)?);
    let organisation = checked("organisation", person.organisation, 0)?;
    if !organisation.is_empty() {
        names.push(DnType::OrganizationName, organisation);
    }
    if let Some(email) = person.email {
        let email = checked_email(email)?;
        names.push(
            DnType::CustomDnType(EMAIL_ADDRESS.to_vec()),
            DnValue::Ia5String(email.clone()),
        );
        parameters
            .subject_alt_names
            .push(SanType::Rfc822Name(email));
    }
    parameters.is_ca = IsCa::ExplicitNoCa;
    parameters.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::ContentCommitment,
    ];
    let document_signing = ExtendedKeyUsagePurpose::Other(DOCUMENT_SIGNING.to_vec());
    parameters.extended_key_usages =
        vec![document_signing, ExtendedKeyUsagePurpose::EmailProtection];
    set_validity(&mut parameters, person.made_at)?;
    Ok(parameters)
}

fn set_validity(
    parameters: &mut CertificateParams,
    start: DateTime<Utc>,
) -> Result<(), IdentityError> {
    let bad = IdentityError::BadSubject {
        field: "date",
        why: "it is outside the years 1950 to 2900",
    };
    let end = start.checked_add_months(Months::new(VALID_MONTHS));
    let end = end
        .filter(|_| (1950..=2900).contains(&start.year()))
        .ok_or(bad)?;
    let convert = |moment: DateTime<Utc>| {
        let midnight =
            rcgen::date_time_ymd(moment.year(), moment.month() as u8, moment.day() as u8);
        midnight + std::time::Duration::from_secs(u64::from(moment.num_seconds_from_midnight()))
    };
    parameters.not_before = convert(start);
    parameters.not_after = convert(end);
    Ok(())
}

fn checked(field: &'static str, text: &str, least: usize) -> Result<String, IdentityError> {
    let text = text.trim();
    let length = text.chars().count();
    let why = match () {
        () if length < least => "it is empty",
        () if length > LONGEST_NAME => "it has more than 64 characters",
        () if text.chars().any(char::is_control) => "it holds control characters",
        () => return Ok(text.to_owned()),
    };
    Err(IdentityError::BadSubject { field, why })
}

fn checked_email(text: &str) -> Result<rcgen::string::Ia5String, IdentityError> {
    let bad = |why| IdentityError::BadSubject {
        field: "e-mail address",
        why,
    };
    let text = text.trim();
    let whole = text
        .split_once('@')
        .is_some_and(|(before, after)| !before.is_empty() && !after.is_empty());
    if !whole || text.len() > 255 || text.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(bad("it is not of the form name@place"));
    }
    rcgen::string::Ia5String::try_from(text).map_err(|_| bad("it holds characters outside ASCII"))
}

fn store(
    key: &[u8],
    certificate: &[u8],
    name: &str,
    passphrase: &Passphrase,
) -> Result<Vec<u8>, IdentityError> {
    let certificate = StoredCertificate::from_der(certificate)
        .map_err(|why| failed("new identity file", &why))?;
    let key = StoredKey::from_der(key).map_err(|why| failed("new identity file", &why))?;
    let mut store = KeyStore::new();
    let chain = PrivateKeyChain::new([1].as_slice(), key, [certificate]);
    store.add_entry(name.trim(), KeyStoreEntry::PrivateKeyChain(chain));
    let writer = store.writer(passphrase.as_str());
    let writer = writer.encryption_algorithm(EncryptionAlgorithm::PbeWithHmacSha256AndAes256);
    let writer = writer
        .encryption_iterations(ROUNDS)
        .mac_algorithm(MacAlgorithm::HmacSha256)
        .mac_iterations(ROUNDS);
    writer
        .write()
        .map_err(|why| failed("new identity file", &why))
}

fn failed(action: &'static str, why: &dyn std::fmt::Display) -> IdentityError {
    IdentityError::Crypto {
        action,
        detail: why.to_string(),
    }
}
