//! A person at a terminal with a folder of files: runs the command line and reads what it says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::{Value, json};
use zonewright_tests::conversation::Conversation;
use zonewright_tests::place;

/// A folder of its own and the command line.
pub(super) struct Terminal {
    folder: tempfile::TempDir,
    config: tempfile::TempDir,
}

/// What a refusal said, in `--json`.
pub(super) struct Refusal {
    pub(super) code: String,
    pub(super) message: String,
}

impl Terminal {
    /// An empty folder.
    pub(super) fn new() -> Self {
        let [folder, config] = [(); 2].map(|()| tempfile::tempdir().unwrap());
        Self { folder, config }
    }

    /// A folder with the sample site in it.
    pub(super) fn with_sample() -> Self {
        let terminal = Self::new();
        terminal.put("s.zwsite", sample());
        terminal
    }

    /// The path of a file in the folder; an absolute one stands for itself.
    pub(super) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub(super) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Reads a file.
    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// Runs the command line in the folder; arguments are separated by spaces.
    pub(super) fn run(&self, args: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_cli"))
            .args(args.split(' '))
            .current_dir(self.folder.path())
            .env("ZONEWRIGHT_CONFIG", self.config.path())
            .output()
            .unwrap()
    }

    /// Runs what must succeed and gives its answer.
    pub(super) fn accepted(&self, args: &str) -> Value {
        let output = self.run(&format!("--json {args}"));
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{args}: {text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Runs what must be answered with *no* (exit status 3) and gives the answer.
    pub(super) fn denied(&self, args: &str) -> Value {
        let output = self.run(&format!("--json {args}"));
        assert_eq!(output.status.code(), Some(3), "{args}: {output:?}");
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// Runs what must be refused, for programs and for people: one plain message, every file of the folder as before.
    pub(super) fn refused(&self, args: &str) -> Refusal {
        let before = self.files();
        let output = self.run(&format!("--json {args}"));
        assert_eq!(output.status.code(), Some(1), "{args}: {output:?}");
        let said: Value = serde_json::from_slice(&output.stdout).unwrap();
        let problem = &said["problem"];
        assert_plain(args, problem);
        self.names_no_folder(args, problem);
        let spoken = self.run(args);
        assert_eq!(
            (spoken.status.code(), spoken.stdout.len()),
            (Some(1), 0),
            "{args}"
        );
        let text = String::from_utf8(spoken.stderr).unwrap();
        assert!(
            text.starts_with(problem["message"].as_str().unwrap()),
            "{args}: {text}"
        );
        assert!(text.lines().count() <= 2, "{args}: {text}");
        assert!(
            self.files() == before,
            "{args}: a file of the folder was changed"
        );
        Refusal {
            code: problem["code"].as_str().unwrap().to_owned(),
            message: problem["message"].as_str().unwrap().to_owned(),
        }
    }

    /// Refused with this code.
    pub(super) fn refused_as(&self, args: &str, code: &str) -> Refusal {
        let refusal = self.refused(args);
        assert_eq!(refusal.code, code, "{args}: {}", refusal.message);
        refusal
    }

    /// The head of a site's journal; the site must be sound.
    pub(super) fn head(&self, site: &str) -> String {
        let check = self.accepted(&format!("check {site}"));
        assert_eq!(check["ok"], true, "{check}");
        check["head"].as_str().unwrap().to_owned()
    }

    /// Every file of the folder with its content.
    pub(super) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = std::fs::read_dir(self.folder.path()).unwrap().flatten();
        entries
            .filter(|entry| entry.path().is_file())
            .map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                (name, std::fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    fn names_no_folder(&self, what: &str, problem: &Value) {
        let folder = self.folder.path().to_string_lossy();
        assert!(!problem.to_string().contains(&*folder), "{what}: {problem}");
    }
}

/// Fails unless a problem is in words for people: what happened, what to do, nothing of the program's insides.
pub(super) fn assert_plain(what: &str, problem: &Value) {
    let text = |key: &str| problem[key].as_str().unwrap_or_default();
    let code = text("code");
    let is_code = code.split('.').count() == 2 && !code.contains('-') && code.is_ascii();
    assert!(is_code, "{what}: the code {code:?} is not noun.what");
    for key in ["message", "help"] {
        let said = text(key);
        assert!(
            said.ends_with('.') && said.len() > 10,
            "{what}: {key} {said:?}"
        );
        for word in [
            "Os {", "Error(", "Err(", "Some(", "os error", "panicked", "unwrap", ".rs:", "SQLITE",
            "NULL",
        ] {
            assert!(!said.contains(word), "{what}: {key} {said:?}");
        }
    }
}

/// The sample site's file, built once.
pub(super) fn sample() -> &'static [u8] {
    static SAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let mut conversation = Conversation::start(folder.path(), &reader());
        let file = conversation.file("sample.zwsite");
        conversation.ask("open_sample", json!({ "file": file }));
        conversation.ask("close_site", json!({}));
        std::fs::read(folder.path().join("sample.zwsite")).unwrap()
    })
}

/// The program that reads spreadsheets.
pub(super) fn reader() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_reader"))
}

/// A file of the repository's fixtures.
pub(super) fn fixture(name: &str) -> PathBuf {
    place::root().join("fixtures").join(name)
}
