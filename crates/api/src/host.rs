//! What a host gives: the clock, chance, dialogs and its folders. Nothing else in the core knows any of these.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use zonewright_domain::word_list;

word_list! {
    /// Why a file is asked for; decides title, ending and whether it is opened or written. The titles are those of
    /// the dialogs.
    PickPurpose {
        /// Where a new site goes.
        NewSite = "new_site", "Where should the new site file go?";
        /// A site to open.
        OpenSite = "open_site", "Open a site";
        /// Where a copy of the site goes.
        CopySite = "copy_site", "Save a copy of the site";
        /// A list of assets.
        Spreadsheet = "spreadsheet", "Choose a list of assets";
        /// A file that backs an answer.
        Evidence = "evidence", "Choose a file as evidence";
        /// Where questions for a walk-down go.
        WalkdownSave = "walkdown_save", "Where should the sheet with the questions go?";
        /// A filled-in sheet of a walk-down.
        WalkdownOpen = "walkdown_open", "Choose a filled-in sheet";
        /// Where a report goes.
        ReportSave = "report_save", "Where should the report go?";
        /// A report to sign or verify.
        ReportOpen = "report_open", "Choose a report";
        /// A PKCS#12 file.
        IdentityOpen = "identity_open", "Choose a PKCS#12 file";
        /// Where a certificate goes.
        CertificateSave = "certificate_save", "Where should the certificate go?";
    }
}

impl PickPurpose {
    /// True when the file will be written.
    pub const fn is_save(self) -> bool {
        matches!(
            self,
            Self::NewSite
                | Self::CopySite
                | Self::WalkdownSave
                | Self::ReportSave
                | Self::CertificateSave
        )
    }

    /// Endings that fit, without dot; empty for any file.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::NewSite | Self::OpenSite | Self::CopySite => &["zwsite"],
            Self::Spreadsheet => &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"],
            Self::Evidence => &[],
            Self::WalkdownSave => &["xlsx"],
            Self::WalkdownOpen => &["xlsx", "xlsm", "xlsb", "xls", "ods"],
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
