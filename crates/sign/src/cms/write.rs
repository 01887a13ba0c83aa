//! Writing SignedData.

use sha2::{Digest, Sha256};

use crate::asn1::{CONTEXT_0, CONTEXT_1, INTEGER, OCTETS, OID, SEQUENCE, oid, set_of, tlv};
use crate::certificate::{Certificate, Hash};
use crate::error::IdentityError;
use crate::identity::{SignatureAlgorithm, Signer};

/// Contents of the ASN.1 integer 1, the version of SignedData and of SignerInfo.
const VERSION: &[u8] = &[INTEGER, 1, 1];

/// The digest that goes with a signature algorithm.
pub(crate) fn hash_of(algorithm: SignatureAlgorithm) -> Hash {
    match algorithm {
        SignatureAlgorithm::RsaSha256 | SignatureAlgorithm::EcdsaP256Sha256 => Hash::Sha256,
        SignatureAlgorithm::EcdsaP384Sha384 => Hash::Sha384,
    }
}

/// A whole ContentInfo for content whose digest (of the kind [`hash_of`] gives) is `digest`.
pub(crate) fn signed_data(signer: &dyn Signer, digest: &[u8]) -> Result<Vec<u8>, IdentityError> {
    let chain = signer.chain();
    let own = chain.first().ok_or(IdentityError::NoCertificate)?;
    let digest_algorithm = digest_algorithm(signer.algorithm());
    let signer_info = signer_info(signer, own, digest, &digest_algorithm)?;
    let certificates: Vec<&[u8]> = chain.iter().map(Certificate::to_der).collect();
    let content = tlv(
        SEQUENCE,
        &[
            VERSION,
            &set_of(vec![digest_algorithm]),
            &tlv(SEQUENCE, &[&tlv(OID, &[oid::DATA])]),
            &sorted(CONTEXT_0, certificates),
            &set_of(vec![signer_info]),
        ],
    );
    Ok(tlv(
        SEQUENCE,
        &[&tlv(OID, &[oid::SIGNED_DATA]), &tlv(CONTEXT_0, &[&content])],
    ))
}

fn signer_info(
    signer: &dyn Signer,
    own: &Certificate,
    digest: &[u8],
    digest_algorithm: &[u8],
) -> Result<Vec<u8>, IdentityError> {
    let signature_algorithm = signature_algorithm(signer.algorithm());
    let attributes = set_of(vec![
        attribute(oid::CONTENT_TYPE, &tlv(OID, &[oid::DATA])),
        attribute(oid::MESSAGE_DIGEST, &tlv(OCTETS, &[digest])),
        attribute(oid::SIGNING_CERTIFICATE_V2, &signing_certificate(own)),
        attribute(
            oid::ALGORITHM_PROTECTION,
            &protection(digest_algorithm, &signature_algorithm),
        ),
    ]);
    // Signed as SET OF (0x31), stored as [0] (RFC 5652, 5.4).
    let signature = signer.sign(&attributes)?;
    let mut stored = attributes;
    stored[0] = CONTEXT_0;
    Ok(tlv(
        SEQUENCE,
        &[
            VERSION,
            &tlv(SEQUENCE, &[&own.issuer_and_serial()]),
            digest_algorithm,
            &stored,
            &signature_algorithm,
            &tlv(OCTETS, &[&signature]),
        ],
    ))
}

/// SHA-2 identifiers stand without parameters (RFC 5754, 2).
fn digest_algorithm(algorithm: SignatureAlgorithm) -> Vec<u8> {
    let identifier = if hash_of(algorithm) == Hash::Sha384 {
        oid::SHA384
    } else {
        oid::SHA256
    };
    tlv(SEQUENCE, &[&tlv(OID, &[identifier])])
}

/// RSA identifiers carry NULL, ECDSA ones nothing (RFC 5754, 3).
fn signature_algorithm(algorithm: SignatureAlgorithm) -> Vec<u8> {
    match algorithm {
        SignatureAlgorithm::RsaSha256 => tlv(SEQUENCE, &[&tlv(OID, &[oid::RSA_SHA256]), &[5, 0]]),
        SignatureAlgorithm::EcdsaP256Sha256 => tlv(SEQUENCE, &[&tlv(OID, &[oid::ECDSA_SHA256])]),
        SignatureAlgorithm::EcdsaP384Sha384 => tlv(SEQUENCE, &[&tlv(OID, &[oid::ECDSA_SHA384])]),
    }
}

/// SigningCertificateV2 with one ESSCertIDv2; SHA-256 is its default and therefore left out (RFC 5035, 4).
fn signing_certificate(own: &Certificate) -> Vec<u8> {
    let identifier = tlv(SEQUENCE, &[&tlv(OCTETS, &[&Sha256::digest(own.to_der())])]);
    tlv(SEQUENCE, &[&tlv(SEQUENCE, &[&identifier])])
}

/// CMSAlgorithmProtection (RFC 6211): the signature algorithm as implicit `[1]`.
fn protection(digest_algorithm: &[u8], signature_algorithm: &[u8]) -> Vec<u8> {
    let mut signature = signature_algorithm.to_vec();
    signature[0] = CONTEXT_1;
    tlv(SEQUENCE, &[digest_algorithm, &signature])
}

fn attribute(identifier: &[u8], value: &[u8]) -> Vec<u8> {
    tlv(
        SEQUENCE,
        &[&tlv(OID, &[identifier]), &set_of(vec![value.to_vec()])],
    )
}

fn sorted(tag: u8, mut members: Vec<&[u8]>) -> Vec<u8> {
    members.sort_unstable();
    tlv(tag, &[&members.concat()])
}
