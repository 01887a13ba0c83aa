//! Just enough DER (X.690): a writer for the fixed shapes of a CMS signature, and a bounded reader for hostile ones.
//! Written here because a signature has five structures and the raw bytes of each must be kept exactly.

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTETS: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// `[0]`, constructed.
pub(crate) const CONTEXT_0: u8 = 0xA0;
/// `[1]`, constructed.
pub(crate) const CONTEXT_1: u8 = 0xA1;

/// Object identifiers, as the contents of their DER encoding.
pub(crate) mod oid {
    pub(crate) const DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];
    pub(crate) const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
    pub(crate) const CONTENT_TYPE: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03];
    pub(crate) const MESSAGE_DIGEST: &[u8] =
        &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];
    /// id-aa-signingCertificateV2, RFC 5035.
    pub(crate) const SIGNING_CERTIFICATE_V2: &[u8] = &[
        0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x2F,
    ];
    /// id-aa-CMSAlgorithmProtection, RFC 6211.
    pub(crate) const ALGORITHM_PROTECTION: &[u8] =
        &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x34];
    pub(crate) const SHA256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
    pub(crate) const SHA384: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02];
    pub(crate) const SHA512: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03];
    pub(crate) const RSA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01];
    pub(crate) const RSA_SHA256: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B];
    pub(crate) const RSA_SHA384: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0C];
    pub(crate) const RSA_SHA512: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0D];
    pub(crate) const EC: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01];
    pub(crate) const P256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07];
    pub(crate) const P384: &[u8] = &[0x2B, 0x81, 0x04, 0x00, 0x22];
    pub(crate) const P521: &[u8] = &[0x2B, 0x81, 0x04, 0x00, 0x23];
    pub(crate) const ECDSA_SHA256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
    pub(crate) const ECDSA_SHA384: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x03];
    pub(crate) const ECDSA_SHA512: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x04];
}

/// One value: `tag`, its length, and all `parts` in order.
pub(crate) fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut out = vec![tag];
    if length < 0x80 {
        out.push(length as u8);
    } else {
        let bytes = length.to_be_bytes();
        let significant = &bytes[bytes.iter().take_while(|byte| **byte == 0).count()..];
        out.push(0x80 | significant.len() as u8);
        out.extend_from_slice(significant);
    }
    parts.iter().for_each(|part| out.extend_from_slice(part));
    out
}

/// A SET OF: DER wants the members sorted by their encoding (X.690, 11.6).
pub(crate) fn set_of(mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort();
    tlv(SET, &[&members.concat()])
}

/// One value that was read: its tag, its contents, and its whole encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tlv<'a> {
    pub(crate) tag: u8,
    pub(crate) value: &'a [u8],
    pub(crate) raw: &'a [u8],
}

impl<'a> Tlv<'a> {
    /// Reads the first value of `bytes`; `None` if it is not definite-length DER or longer than `bytes`.
    pub(crate) fn first(bytes: &'a [u8]) -> Option<Self> {
        let tag = *bytes.first()?;
        let first = *bytes.get(1)?;
        let (header, length) = if first < 0x80 {
            (2, usize::from(first))
        } else {
            let count = usize::from(first & 0x7F);
            if count == 0 || count > 4 {
                return None;
            }
            let digits = bytes.get(2..2 + count)?;
            (
                2 + count,
                digits
                    .iter()
                    .fold(0usize, |sum, digit| (sum << 8) | usize::from(*digit)),
            )
        };
        let end = header.checked_add(length)?;
        Some(Self {
            tag,
            value: bytes.get(header..end)?,
            raw: bytes.get(..end)?,
        })
    }

    /// Like [`Tlv::first`], for one value of a known `tag`.
    pub(crate) fn expect(bytes: &'a [u8], tag: u8) -> Option<Self> {
        Self::first(bytes).filter(|found| found.tag == tag)
    }

    /// The values inside this one; `None` if the contents are not a row of whole values.
    pub(crate) fn members(&self) -> Option<Vec<Self>> {
        let mut rest = self.value;
        let mut members = Vec::new();
        while !rest.is_empty() {
            let next = Self::first(rest)?;
            rest = &rest[next.raw.len()..];
            members.push(next);
        }
        Some(members)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_read_back_as_written() {
        for length in [0, 1, 127, 128, 255, 256, 65_535, 65_536] {
            let encoded = tlv(OCTETS, &[&vec![7; length]]);
            let read = Tlv::expect(&encoded, OCTETS).unwrap();
            assert_eq!((read.value.len(), read.raw.len()), (length, encoded.len()));
        }
    }

    #[test]
    fn a_set_is_sorted_by_encoding() {
        let set = set_of(vec![vec![4, 1, 9], vec![2, 1, 1], vec![4, 1, 3]]);
        assert_eq!(set, [SET, 9, 2, 1, 1, 4, 1, 3, 4, 1, 9]);
    }

    #[test]
    fn lengths_beyond_the_input_are_refused() {
        for bytes in [
            &[0x30][..],
            &[0x30, 0x80],
            &[0x30, 5, 1],
            &[0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
            &[0x30, 0x89],
        ] {
            assert_eq!(Tlv::first(bytes), None);
        }
    }
}
