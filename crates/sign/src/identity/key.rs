//! Private keys: from PKCS#8 (RFC 5958) to signatures, matched with the certificate they belong to.

use ring::rand::SystemRandom;
use ring::signature::{self, EcdsaKeyPair, KeyPair, RsaKeyPair};

use crate::asn1::{OCTETS, OID, SEQUENCE, Tlv, oid};
use crate::certificate::{Certificate, KeyKind};
use crate::error::IdentityError;

/// How a signature is made. The digest follows from the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureAlgorithm {
    /// RSA PKCS#1 v1.5 with SHA-256.
    RsaSha256,
    /// ECDSA on P-256 with SHA-256.
    EcdsaP256Sha256,
    /// ECDSA on P-384 with SHA-384.
    EcdsaP384Sha384,
}

/// A usable private key.
pub(super) enum PrivateKey {
    Rsa(Box<RsaKeyPair>),
    Ecdsa(Box<EcdsaKeyPair>, SignatureAlgorithm),
}

impl PrivateKey {
    /// Reads a PKCS#8 key and finds the one certificate it belongs to; gives its place in `certificates`.
    pub(super) fn read(
        pkcs8: &[u8],
        certificates: &[Certificate],
    ) -> Result<(Self, usize), IdentityError> {
        let parts = Parts::of(pkcs8).ok_or_else(|| damaged("the private key is broken"))?;
        match (parts.algorithm, parts.curve) {
            (oid::RSA, _) => Self::read_rsa(parts.key, certificates),
            (oid::EC, Some(oid::P256)) => Self::read_ec(&parts, &KeyKind::P256, certificates),
            (oid::EC, Some(oid::P384)) => Self::read_ec(&parts, &KeyKind::P384, certificates),
            (oid::EC, Some(oid::P521)) => Err(unsupported("an elliptic curve key on P-521")),
            (oid::EC, _) => Err(unsupported(
                "an elliptic curve key on a curve this program does not know",
            )),
            _ => Err(unsupported("neither RSA nor an elliptic curve key")),
        }
    }

    fn read_rsa(der: &[u8], certificates: &[Certificate]) -> Result<(Self, usize), IdentityError> {
        let bits = rsa_bits(der).ok_or_else(|| damaged("the RSA key is broken"))?;
        if !(2048..=4096).contains(&bits) {
            return Err(unsupported(&format!("an RSA key of {bits} bits")));
        }
        let pair = RsaKeyPair::from_der(der)
            .map_err(|why| damaged(&format!("the RSA key was rejected: {why}")))?;
        let public = pair.public_key().as_ref();
        let found = certificates
            .iter()
            .position(|one| one.key().kind == KeyKind::Rsa && one.key().bits == public);
        let place = found.ok_or(IdentityError::NoCertificate)?;
        Ok((Self::Rsa(Box::new(pair)), place))
    }

    /// The public half is taken from the certificate, because PKCS#8 files may leave it out; ring checks that it fits.
    fn read_ec(
        parts: &Parts<'_>,
        kind: &KeyKind,
        certificates: &[Certificate],
    ) -> Result<(Self, usize), IdentityError> {
        let (scheme, algorithm) = match kind {
            KeyKind::P384 => (
                &signature::ECDSA_P384_SHA384_ASN1_SIGNING,
                SignatureAlgorithm::EcdsaP384Sha384,
            ),
            _ => (
                &signature::ECDSA_P256_SHA256_ASN1_SIGNING,
                SignatureAlgorithm::EcdsaP256Sha256,
            ),
        };
        let secret = Tlv::expect(parts.key, SEQUENCE).and_then(|key| key.members());
        let secret = secret
            .as_deref()
            .and_then(|members| members.get(1))
            .filter(|value| value.tag == OCTETS);
        let secret = secret
            .ok_or_else(|| damaged("the elliptic curve key is broken"))?
            .value;
        let random = SystemRandom::new();
        for (place, certificate) in certificates.iter().enumerate() {
            let public = &certificate.key().bits;
            if certificate.key().kind != *kind {
                continue;
            }
            if let Ok(pair) =
                EcdsaKeyPair::from_private_key_and_public_key(scheme, secret, public, &random)
            {
                return Ok((Self::Ecdsa(Box::new(pair), algorithm), place));
            }
        }
        Err(IdentityError::NoCertificate)
    }

    pub(super) fn algorithm(&self) -> SignatureAlgorithm {
        match self {
            Self::Rsa(_) => SignatureAlgorithm::RsaSha256,
            Self::Ecdsa(_, algorithm) => *algorithm,
        }
    }

    pub(super) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, IdentityError> {
        let random = SystemRandom::new();
        let failed = |why: ring::error::Unspecified| IdentityError::Crypto {
            action: "signature",
            detail: why.to_string(),
        };
        match self {
            Self::Rsa(pair) => {
                let mut out = vec![0; pair.public().modulus_len()];
                pair.sign(&signature::RSA_PKCS1_SHA256, &random, message, &mut out)
                    .map_err(failed)?;
                Ok(out)
            }
            Self::Ecdsa(pair, _) => Ok(pair
                .sign(&random, message)
                .map_err(failed)?
                .as_ref()
                .to_vec()),
        }
    }
}

/// The parts of a PKCS#8 PrivateKeyInfo; attributes (Windows adds some) are left aside.
struct Parts<'a> {
    algorithm: &'a [u8],
    curve: Option<&'a [u8]>,
    key: &'a [u8],
}

impl<'a> Parts<'a> {
    fn of(pkcs8: &'a [u8]) -> Option<Self> {
        let members = Tlv::expect(pkcs8, SEQUENCE)?.members()?;
        let algorithm = members.get(1)?.members()?;
        let key = members.get(2).filter(|value| value.tag == OCTETS)?.value;
        let identifier = algorithm.first().filter(|value| value.tag == OID)?.value;
        let curve = algorithm
            .get(1)
            .filter(|value| value.tag == OID)
            .map(|value| value.value);
        Some(Self {
            algorithm: identifier,
            curve,
            key,
        })
    }
}

/// Number of bits of the modulus in an `RSAPrivateKey` (RFC 8017, A.1.2).
fn rsa_bits(der: &[u8]) -> Option<usize> {
    let modulus = Tlv::expect(der, SEQUENCE)?.members()?.get(1)?.value;
    let digits = &modulus[modulus.iter().take_while(|byte| **byte == 0).count()..];
    Some(digits.len() * 8 - digits.first()?.leading_zeros() as usize)
}

fn damaged(detail: &str) -> IdentityError {
    IdentityError::Damaged {
        detail: detail.to_owned(),
    }
}

fn unsupported(kind: &str) -> IdentityError {
    IdentityError::UnsupportedKey {
        kind: kind.to_owned(),
    }
}
