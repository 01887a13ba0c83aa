//! The judges: pyHanko, poppler's pdfsig, MuPDF's mutool and qpdf.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use zonewright_tests::place::given;
use zonewright_tests::tool::{Said, ask};

/// pyHanko, the strictest: signature, coverage and what later revisions changed.
pub(super) fn pyhanko(pdf: &Path, trusted: &[PathBuf]) -> Said {
    let mut args: Vec<OsString> = ["sign", "validate", "--pretty-print"]
        .map(OsString::from)
        .to_vec();
    for certificate in trusted {
        args.extend(["--trust".into(), certificate.into()]);
    }
    args.push(pdf.into());
    ask(given("ZONEWRIGHT_PYHANKO"), args)
}

/// How many signatures pyHanko calls valid, by its bottom line.
pub(super) fn pyhanko_valid(said: &Said) -> usize {
    said.text.matches("The signature is judged VALID").count()
}

/// poppler: how many signatures it calls valid.
pub(super) fn pdfsig_valid(pdf: &Path) -> usize {
    // Its exit status also speaks of certificates that no authority vouches for; the sentence speaks of the signature.
    ask("pdfsig", [pdf])
        .text
        .matches("Signature is Valid")
        .count()
}

/// MuPDF: how many signatures hold. It calls the newest one unchanged, and of earlier ones says that the signatures
/// made after them are edits.
pub(super) fn mutool_valid(pdf: &Path) -> usize {
    let text = ask("mutool", [OsString::from("sign"), "-v".into(), pdf.into()]).text;
    [
        "unchanged since signing",
        "The signature is valid but there have been edits since signing",
    ]
    .iter()
    .map(|words| text.matches(words).count())
    .sum()
}

/// MuPDF's findings about signatures that do not hold.
pub(super) fn mutool_says(pdf: &Path) -> Said {
    ask("mutool", [OsString::from("sign"), "-v".into(), pdf.into()])
}

/// qpdf: the file is well formed.
pub(super) fn qpdf(pdf: &Path) -> Said {
    ask("qpdf", [OsString::from("--check"), pdf.into()])
}
