//! Opening a PKCS#12 file (RFC 7292) made by any program, with errors a person can act on.

use p12_keystore::{Pkcs12Archive, error::Error as P12Error};

use super::key::PrivateKey;
use crate::certificate::Certificate;
use crate::error::IdentityError;
use crate::passphrase::Passphrase;

/// Largest identity file, in bytes; real ones have a few thousand.
const LARGEST: usize = 256 * 1024;

/// Longest chain that is put into a signature.
const LONGEST_CHAIN: usize = 8;

/// The first usable key of the file and its certificates, the key's own one first.
pub(super) fn open(
    p12: &[u8],
    passphrase: &Passphrase,
) -> Result<(PrivateKey, Vec<Certificate>), IdentityError> {
    if p12.len() > LARGEST {
        return Err(IdentityError::TooLarge {
            size: p12.len(),
            limit: LARGEST,
        });
    }
    let archive = Pkcs12Archive::from_pkcs12(p12, passphrase.as_str()).map_err(explain)?;
    if archive.keys.is_empty() {
        return Err(IdentityError::NoKey);
    }
    let certificates = archive
        .certs
        .iter()
        .map(|bag| Certificate::from_der(bag.cert.as_der()));
    // A broken certificate beside a good one is no reason to refuse the good one.
    let certificates: Vec<Certificate> = certificates.filter_map(Result::ok).collect();
    let mut refusal = IdentityError::NoCertificate;
    for bag in &archive.keys {
        match PrivateKey::read(bag.key.as_der(), &certificates) {
            Ok((key, place)) => return Ok((key, chain_from(place, &certificates))),
            Err(error) => refusal = error,
        }
    }
    Err(refusal)
}

/// The certificate at `place` and its issuers as far as the file has them.
fn chain_from(place: usize, certificates: &[Certificate]) -> Vec<Certificate> {
    let mut chain = vec![certificates[place].clone()];
    while chain.len() < LONGEST_CHAIN {
        let last = &chain[chain.len() - 1];
        let issuer = certificates
            .iter()
            .find(|one| !chain.contains(one) && last.is_issued_by(one));
        let Some(issuer) = issuer.filter(|_| !last.self_made()) else {
            break;
        };
        chain.push(issuer.clone());
    }
    chain
}

/// Wrong passphrase, unknown protection or damage: three different things to do for the person.
fn explain(error: P12Error) -> IdentityError {
    match error {
        // Without an integrity check the padding of the first encrypted part is what a wrong passphrase breaks.
        P12Error::MacError(_) | P12Error::UnpadError | P12Error::Pkcs5Error(_) => {
            IdentityError::WrongPassphrase
        }
        P12Error::UnsupportedEncryptionScheme | P12Error::UnsupportedMacAlgorithm => {
            IdentityError::UnsupportedProtection {
                detail: error.to_string(),
            }
        }
        other => IdentityError::Damaged {
            detail: other.to_string(),
        },
    }
}
