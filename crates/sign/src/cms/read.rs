//! Reading SignedData from anyone and judging it.

use crate::asn1::{CONTEXT_0, CONTEXT_1, INTEGER, OCTETS, OID, SEQUENCE, SET, Tlv, oid};
use crate::certificate::{Certificate, Hash};

/// Most certificates read from one signature.
const MOST_CERTIFICATES: usize = 32;

/// One signature as found: detached, one signer.
pub(crate) struct SignedData<'a> {
    /// The signer's certificate.
    pub(crate) own: Certificate,
    /// All other certificates that came along.
    pub(crate) others: Vec<Certificate>,
    hash: Hash,
    signature_hash: Option<Hash>,
    attributes: Tlv<'a>,
    signature: &'a [u8],
    digest_algorithm: &'a [u8],
    signature_algorithm: &'a [u8],
}

/// What holds for one signature over one content. `None`: the kind is not known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Judgement {
    /// The content has the digest that was signed.
    pub(crate) digest: bool,
    /// The signature over the attributes verifies with the key of the certificate.
    pub(crate) signature: Option<bool>,
    /// The signed attributes name this very certificate (signing-certificate-v2).
    pub(crate) bound: bool,
}

impl<'a> SignedData<'a> {
    /// Reads a ContentInfo followed by nothing but zero bytes; `None` for any other shape.
    pub(crate) fn read(contents: &'a [u8]) -> Option<Self> {
        let outer = Tlv::expect(contents, SEQUENCE)?;
        if contents[outer.raw.len()..].iter().any(|byte| *byte != 0) {
            return None;
        }
        let [kind, wrapped] = outer.members()?.try_into().ok()?;
        if kind.tag != OID || kind.value != oid::SIGNED_DATA || wrapped.tag != CONTEXT_0 {
            return None;
        }
        let data = Tlv::expect(wrapped.value, SEQUENCE)?.members()?;
        let [version, _digests, content, rest @ ..] = data.as_slice() else {
            return None;
        };
        // Detached: a content inside would not be what the PDF shows.
        let content = content.members()?;
        if version.tag != INTEGER || content.len() != 1 || content[0].value != oid::DATA {
            return None;
        }
        let certificates = certificates(rest.iter().find(|part| part.tag == CONTEXT_0)?)?;
        let infos = rest.last().filter(|part| part.tag == SET)?.members()?;
        let [info] = infos.as_slice() else {
            return None;
        };
        Self::signer(info, certificates)
    }

    fn signer(info: &Tlv<'a>, certificates: Vec<Certificate>) -> Option<Self> {
        let members = info.members()?;
        let [_version, who, digest, attributes, algorithm, signature, ..] = members.as_slice()
        else {
            return None;
        };
        if attributes.tag != CONTEXT_0 || signature.tag != OCTETS {
            return None;
        }
        let place = certificates
            .iter()
            .position(|one| one.issuer_and_serial() == who.value)?;
        let mut others = certificates;
        let own = others.swap_remove(place);
        Some(Self {
            own,
            others,
            hash: Hash::of_digest(digest.members()?.first()?.value)?,
            signature_hash: signature_hash(algorithm),
            attributes: *attributes,
            signature: signature.value,
            digest_algorithm: digest.value,
            signature_algorithm: algorithm.value,
        })
    }

    /// Judges this signature over the parts of a file that it covers.
    pub(crate) fn judge(&self, covered: &[&[u8]]) -> Judgement {
        let digest = self.attribute(oid::MESSAGE_DIGEST).is_some_and(|value| {
            value.tag == OCTETS && value.value == self.hash.digest(covered).as_slice()
        });
        let data = self
            .attribute(oid::CONTENT_TYPE)
            .is_some_and(|value| value.value == oid::DATA);
        let hash = self.signature_hash.unwrap_or(self.hash);
        let message = [&[SET], &self.attributes.raw[1..]].concat();
        let signature = self.own.key().verify(hash, &message, self.signature);
        let consistent = data && hash == self.hash && self.is_protected();
        Judgement {
            digest,
            signature: signature.map(|good| good && consistent),
            bound: self.names_certificate().unwrap_or(false),
        }
    }

    /// The single value of a signed attribute; `None` if it is missing or there more than once.
    fn attribute(&self, identifier: &[u8]) -> Option<Tlv<'a>> {
        let mut found = None;
        for attribute in self.attributes.members()? {
            let [name, values] = attribute.members()?.try_into().ok()?;
            if name.value == identifier {
                let [value] = values.members()?.try_into().ok()?;
                if found.replace(value).is_some() {
                    return None;
                }
            }
        }
        found
    }

    fn names_certificate(&self) -> Option<bool> {
        let value = self.attribute(oid::SIGNING_CERTIFICATE_V2)?;
        let first = *Tlv::expect(value.members()?.first()?.raw, SEQUENCE)?
            .members()?
            .first()?;
        let members = first.members()?;
        let (hash, named) = match members.as_slice() {
            [algorithm, named, ..] if algorithm.tag == SEQUENCE => {
                (Hash::of_digest(algorithm.members()?.first()?.value)?, named)
            }
            [named, ..] => (Hash::Sha256, named),
            [] => return None,
        };
        Some(named.tag == OCTETS && named.value == hash.digest(&[self.own.to_der()]).as_slice())
    }

    /// Where CMSAlgorithmProtection is present, it must repeat the algorithms of the signer (RFC 6211, 3).
    fn is_protected(&self) -> bool {
        let Some(value) = self.attribute(oid::ALGORITHM_PROTECTION) else {
            return true;
        };
        let Some(members) = value.members() else {
            return false;
        };
        let [digest, signature] = members.as_slice() else {
            return false;
        };
        digest.value == self.digest_algorithm
            && signature.tag == CONTEXT_1
            && signature.value == self.signature_algorithm
    }
}

/// The digest of a signature algorithm; `rsaEncryption` names none and takes that of the signer.
fn signature_hash(algorithm: &Tlv<'_>) -> Option<Hash> {
    Hash::of_signature(algorithm.members()?.first()?.value)
}

fn certificates(part: &Tlv<'_>) -> Option<Vec<Certificate>> {
    let members = part.members()?;
    if members.len() > MOST_CERTIFICATES {
        return None;
    }
    members
        .iter()
        .map(|one| Certificate::from_der(one.raw).ok())
        .collect()
}
