//! CMS SignedData (RFC 5652) in the one shape that PAdES B-B wants (ETSI EN 319 142-1, 6.3): detached content, one
//! signer, and the signed attributes content type, message digest, signing certificate and algorithm protection.
//! The signing time is not among them; in a PDF it stands in `/M`.

mod read;
mod write;

pub(crate) use read::SignedData;
pub(crate) use write::{hash_of, signed_data};
