//! What a host gives: the clock, chance, dialogs and its folders. Nothing else in the core knows any of these.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

/// Why a file is asked for; decides title, ending and whether it is opened or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickPurpose {
    /// Where a new site goes.
    NewSite,
    /// A site to open.
    OpenSite,
    /// Where a copy of the site goes.
    CopySite,
    /// A list of assets.
    Spreadsheet,
    /// A file that backs an answer.
    Evidence,
    /// Where a report goes.
    ReportSave,
    /// A report to sign or verify.
    ReportOpen,
    /// A PKCS#12 file.
    IdentityOpen,
    /// Where a certificate goes.
    CertificateSave,
}

impl PickPurpose {
    /// Reads the word of the wire.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "new_site" => Self::NewSite,
            "open_site" => Self::OpenSite,
            "copy_site" => Self::CopySite,
            "spreadsheet" => Self::Spreadsheet,
            "evidence" => Self::Evidence,
            "report_save" => Self::ReportSave,
            "report_open" => Self::ReportOpen,
            "identity_open" => Self::IdentityOpen,
            "certificate_save" => Self::CertificateSave,
            _ => return None,
        })
    }

    /// True when the file will be written.
    pub const fn is_save(self) -> bool {
        matches!(
            self,
            Self::NewSite | Self::CopySite | Self::ReportSave | Self::CertificateSave
        )
    }

    /// Title of the dialog.
    pub const fn title(self) -> &'static str {
        match self {
            Self::NewSite => "Where should the new site file go?",
            Self::OpenSite => "Open a site",
            Self::CopySite => "Save a copy of the site",
            Self::Spreadsheet => "Choose a list of assets",
            Self::Evidence => "Choose a file as evidence",
            Self::ReportSave => "Where should the report go?",
            Self::ReportOpen => "Choose a report",
            Self::IdentityOpen => "Choose a PKCS#12 file",
            Self::CertificateSave => "Where should the certificate go?",
        }
    }

    /// Endings that fit, without dot; empty for any file.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::NewSite | Self::OpenSite | Self::CopySite => &["zwsite"],
            Self::Spreadsheet => &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"],
            Self::Evidence => &[],
            Self::ReportSave | Self::ReportOpen => &["pdf"],
            Self::IdentityOpen => &["p12", "pfx"],
            Self::CertificateSave => &["pem"],
        }
    }
}

/// A question for a file, to be answered by a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickRequest {
    /// What for.
    pub purpose: PickPurpose,
    /// Suggested file name, without folders; empty for none.
    pub suggested: String,
}

/// The outside world, as a host provides it.
pub trait Host {
    /// The time with the local offset.
    fn now(&self) -> DateTime<FixedOffset>;
    /// 128 random bits for a new identifier.
    fn random_bits(&mut self) -> u128;
    /// Asks the person for a file; `None` when they cancel.
    fn pick(&mut self, request: &PickRequest) -> Option<PathBuf>;
    /// Folder for identities and the list of recent sites; made when missing.
    fn config_dir(&self) -> PathBuf;
    /// Who works here, for the journal.
    fn user_name(&self) -> String;
    /// The program that reads spreadsheets when started as a child: usually this very program.
    fn reader(&self) -> PathBuf;
}
