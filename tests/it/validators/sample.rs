//! The sample site's report with any number of signatures, made as a person would make it.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zonewright_api::Problem;
use zonewright_tests::conversation::Conversation;

/// The roles in the order in which they sign.
pub(super) const ROLES: [&str; 3] = ["assessor", "reviewer", "asset_owner"];

const PASSPHRASE: &str = "three plants in a row";

/// A program with the sample site open and its report written.
pub(super) struct Sample {
    conversation: Conversation,
    folder: tempfile::TempDir,
    written: Value,
}

impl Sample {
    /// Builds the site, writes the report and makes one identity per role.
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let reader = PathBuf::from(env!("CARGO_BIN_EXE_reader"));
        let mut conversation = Conversation::start(folder.path(), &reader);
        let site = conversation.file("sample.zwsite");
        conversation.ask("open_sample", json!({ "file": site }));
        let report = conversation.file("report.pdf");
        let written = conversation.ask("make_report", json!({ "file": report }));
        for role in ROLES {
            conversation.ask(
                "make_identity",
                json!({ "name": role, "organisation": "Judges", "passphrase": PASSPHRASE }),
            );
            let file = conversation.file(format!("{role}.pem"));
            conversation.ask(
                "export_certificate",
                json!({ "identity": role, "file": file }),
            );
        }
        Self {
            conversation,
            folder,
            written,
        }
    }

    /// Signs the report in a role.
    pub(super) fn sign(&mut self, role: &str) -> Value {
        self.try_sign(role).unwrap()["output"].take()
    }

    /// Signs the report in a role, or is told why not.
    pub(super) fn try_sign(&mut self, role: &str) -> Result<Value, Problem> {
        let report = self.conversation.file("report.pdf");
        self.conversation.send(
            "sign_report",
            json!({ "file": report, "role": role, "identity": role, "passphrase": PASSPHRASE, "reason": "Checked" }),
        )
    }

    /// What we say about a file ourselves.
    pub(super) fn verify(&mut self, pdf: &Path) -> Value {
        let file = self.conversation.file(pdf);
        self.conversation
            .ask("verify_report", json!({ "file": file }))
    }

    /// The report.
    pub(super) fn report(&self) -> PathBuf {
        self.folder.path().join("report.pdf")
    }

    /// The certificates of all roles, as judges want to be told whom to trust.
    pub(super) fn certificates(&self) -> Vec<PathBuf> {
        ROLES
            .iter()
            .map(|role| self.folder.path().join(format!("{role}.pem")))
            .collect()
    }

    /// What the program said when it wrote the report: size and SHA-256 among others.
    pub(super) fn written(&self) -> &Value {
        &self.written
    }

    /// A copy of the report, changed by `change`.
    pub(super) fn changed(&self, name: &str, change: impl FnOnce(&mut Vec<u8>)) -> PathBuf {
        let mut bytes = std::fs::read(self.report()).unwrap();
        change(&mut bytes);
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}
