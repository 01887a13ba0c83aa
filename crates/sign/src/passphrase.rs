//! A passphrase that leaves memory when it is no longer needed and can never be printed.

use zeroize::Zeroizing;

/// Secret text that opens an identity file. Has no `Debug` and no `Display`, so that it cannot reach a log.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes over `text`; the memory is overwritten when the value is dropped.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}
