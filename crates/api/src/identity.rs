//! Identities of people who sign: self-made ones kept encrypted in the configuration folder, and PKCS#12 files.

use std::path::PathBuf;

use chrono::Utc;
use zonewright_sign::{Certificate, Identity, IdentityError, Passphrase, SelfMade};

use crate::app::App;
use crate::export::Export;
use crate::files::{name_of_path, read_limited, write_whole};
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::Nothing;
use crate::wire::files::FileView;
use crate::wire::report::{ExportCertificate, IdentityView, MakeIdentity};
use crate::wire::words::Change;

/// Largest PKCS#12 file, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// What every refusal says about the data.
const UNCHANGED: &str = "Nothing was changed.";
/// Shortest passphrase, in characters.
const SHORTEST_PASSPHRASE: usize = 8;

pub(crate) fn list(app: &App, _input: Nothing) -> Result<Vec<IdentityView>, Problem> {
    Ok(certificates(app).iter().map(view).collect())
}

pub(crate) fn make(app: &mut App, input: MakeIdentity) -> Result<IdentityView, Problem> {
    let name = name_of("name", &input.name)?;
    let organisation = trimmed(&input.organisation)?;
    let long_enough = input.passphrase.chars().count() >= SHORTEST_PASSPHRASE;
    let passphrase = Passphrase::new(input.passphrase);
    if !long_enough {
        return Err(Problem::field(
            "passphrase",
            format!("A passphrase has at least {SHORTEST_PASSPHRASE} characters."),
        ));
    }
    if certificates(app).iter().any(|known| known.name() == name) {
        return Err(Problem::refused(
            "identity.taken",
            format!("There is already an identity of “{name}” here. Nothing was changed."),
            "Use it, or give the new one another name, such as with the year.",
        ));
    }
    let wish = SelfMade {
        name: &name,
        organisation: &organisation,
        email: None,
        made_at: app.now().with_timezone(&Utc),
    };
    let (identity, p12) = Identity::make(&wish, &passphrase)?;
    let certificate = identity.certificate();
    write_whole(&stored(app, certificate, "p12"), &p12)?;
    write_whole(
        &stored(app, certificate, "pem"),
        certificate.to_pem().as_bytes(),
    )?;
    app.mark(Change::Identities);
    Ok(view(certificate))
}

pub(crate) fn export_certificate(
    app: &mut App,
    input: ExportCertificate,
) -> Result<FileView, Problem> {
    let certificate = find(app, &input.identity)?;
    let path = app.path(&input.file)?;
    Export::Certificate.write(&path, certificate.to_pem().as_bytes())?;
    Ok(FileView {
        name: name_of_path(&path),
        file: input.file,
    })
}

/// Opens the kept identity of this name, or a PKCS#12 file.
pub(crate) fn open(
    app: &App,
    name: Option<&str>,
    p12: Option<&str>,
    passphrase: &Passphrase,
) -> Result<Identity, Problem> {
    let path = match (name, p12) {
        (Some(name), None) => stored(app, &find(app, name)?, "p12"),
        (None, Some(handle)) => app.path(handle)?,
        _ => {
            return Err(Problem::field(
                "identity",
                "Name either an identity or a PKCS#12 file.",
            ));
        }
    };
    let bytes = read_limited(&path, LARGEST)?;
    Ok(Identity::load(
        &bytes,
        passphrase,
        app.now().with_timezone(&Utc),
    )?)
}

/// Certificates of the identities kept here; these are trusted when verifying.
pub(crate) fn certificates(app: &App) -> Vec<Certificate> {
    let Ok(entries) = std::fs::read_dir(folder(app)) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pem"));
    paths.sort();
    let read =
        |path: &PathBuf| Certificate::from_pem_or_der(&read_limited(path, LARGEST).ok()?).ok();
    let mut found: Vec<Certificate> = paths.iter().filter_map(read).collect();
    found.sort_by(|a, b| a.name().cmp(b.name()));
    found
}

fn find(app: &App, name: &str) -> Result<Certificate, Problem> {
    let found = certificates(app)
        .into_iter()
        .find(|certificate| certificate.name() == name);
    found.ok_or_else(|| {
        Problem::refused(
            "identity.missing",
            format!("There is no identity of “{name}” on this computer. Nothing was changed."),
            "Make one, or choose a PKCS#12 file.",
        )
    })
}

fn folder(app: &App) -> PathBuf {
    app.host().config_dir().join("identities")
}

/// Where an identity is kept: named by its fingerprint, so that no name of a person can escape the folder.
fn stored(app: &App, certificate: &Certificate, ending: &str) -> PathBuf {
    let folder = folder(app);
    // A folder that cannot be made shows itself when the file is written.
    drop(std::fs::create_dir_all(&folder));
    let fingerprint: String = certificate
        .fingerprint()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(32)
        .collect();
    folder.join(format!("{fingerprint}.{ending}"))
}

fn view(certificate: &Certificate) -> IdentityView {
    IdentityView {
        name: certificate.name().to_owned(),
        fingerprint: certificate.fingerprint(),
        valid_until: certificate.not_after().format("%Y-%m-%d").to_string(),
        self_made: certificate.self_made(),
    }
}

impl From<IdentityError> for Problem {
    fn from(error: IdentityError) -> Self {
        // The codes of the crate begin with the noun: `identity-` or `certificate-`.
        let code = error.code().replacen('-', ".", 1).replace('-', "_");
        let mut message = error.to_string();
        if !message.contains(UNCHANGED) {
            message = format!("{message} {UNCHANGED}");
        }
        Self::refused(
            &code,
            message,
            "Choose another identity or correct the passphrase, then try again.",
        )
    }
}
