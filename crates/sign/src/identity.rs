//! Who signs: a private key with its certificates, made here or read from a PKCS#12 file.

mod key;
mod open;
mod self_made;

use chrono::{DateTime, Utc};

use crate::certificate::Certificate;
use crate::error::IdentityError;
use crate::passphrase::Passphrase;

pub use key::SignatureAlgorithm;
pub use self_made::SelfMade;

/// Anything that can sign: an [`Identity`] here, a smart card elsewhere.
pub trait Signer {
    /// The signer's certificate first, then those that lead to its issuer; never empty.
    fn chain(&self) -> &[Certificate];

    /// How [`Signer::sign`] signs.
    fn algorithm(&self) -> SignatureAlgorithm;

    /// Signs `message` (not its digest): PKCS#1 v1.5 for RSA, a DER `ECDSA-Sig-Value` for elliptic curves.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, IdentityError>;
}

/// A private key in memory with the certificates that belong to it. Has no `Debug`.
pub struct Identity {
    key: key::PrivateKey,
    chain: Vec<Certificate>,
}

impl Identity {
    /// Makes a new P-256 identity that vouches for itself, valid three years from `person.made_at`, and the encrypted
    /// PKCS#12 file (AES-256, PBKDF2) that keeps it. Fails for a weak passphrase or a subject no certificate can carry.
    pub fn make(
        person: &SelfMade<'_>,
        passphrase: &Passphrase,
    ) -> Result<(Self, Vec<u8>), IdentityError> {
        let file = self_made::make(person, passphrase)?;
        let identity = Self::load(&file, passphrase, person.made_at)?;
        Ok((identity, file))
    }

    /// Opens a PKCS#12 file (AES, 3DES and RC2 protection) and checks that its certificate may sign at `now`.
    pub fn load(
        p12: &[u8],
        passphrase: &Passphrase,
        now: DateTime<Utc>,
    ) -> Result<Self, IdentityError> {
        let (key, chain) = open::open(p12, passphrase)?;
        let own = &chain[0];
        if !own.is_for_signing() {
            return Err(IdentityError::NotForSigning {
                name: own.name().to_owned(),
            });
        }
        own.check_time(now)?;
        Ok(Self { key, chain })
    }

    /// The certificate of the signer.
    pub fn certificate(&self) -> &Certificate {
        &self.chain[0]
    }
}

impl Signer for Identity {
    fn chain(&self) -> &[Certificate] {
        &self.chain
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        self.key.algorithm()
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, IdentityError> {
        self.key.sign(message)
    }
}
