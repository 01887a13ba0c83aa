//! The program without a window: messages in, replies out, with a clock that stands still and identifiers that count.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde_json::Value;
use zonewright_api::{App, Host, PickRequest, Problem, dispatch};

/// The moment at which every test happens.
const MOMENT: &str = "2026-11-23T09:00:00+01:00";

/// A host whose answers are the same on every run.
struct StillHost {
    moment: DateTime<FixedOffset>,
    count: u128,
    config: PathBuf,
    reader: PathBuf,
}

impl Host for StillHost {
    fn now(&self) -> DateTime<FixedOffset> {
        self.moment
    }

    fn random_bits(&mut self) -> u128 {
        self.count += 1;
        self.count
    }

    fn pick(&mut self, _: &PickRequest) -> Option<PathBuf> {
        None
    }

    fn config_dir(&self) -> PathBuf {
        self.config.clone()
    }

    fn user_name(&self) -> String {
        "tester".to_owned()
    }

    fn reader(&self) -> PathBuf {
        self.reader.clone()
    }
}

/// A program that is spoken to, with a folder of its own.
pub struct Conversation {
    /// The program.
    pub app: App,
    folder: PathBuf,
}

impl Conversation {
    /// Starts a program that keeps everything in `folder`. `reader` is a program that reads spreadsheets as a child.
    ///
    /// # Panics
    /// When the folder for settings cannot be made.
    pub fn start(folder: &Path, reader: &Path) -> Self {
        let config = folder.join("config");
        std::fs::create_dir_all(&config).expect("a scratch folder can be written");
        let moment = DateTime::parse_from_rfc3339(MOMENT).expect("the moment is a date");
        let host = StillHost {
            moment,
            count: 0,
            config,
            reader: reader.to_path_buf(),
        };
        Self {
            app: App::new(Box::new(host)),
            folder: folder.to_path_buf(),
        }
    }

    /// A handle for a file of the folder; an absolute path stands for itself.
    pub fn file(&mut self, name: impl AsRef<Path>) -> String {
        self.app.grant(self.folder.join(name))
    }

    /// Sends a command and gives its whole reply.
    ///
    /// # Errors
    /// The program's own [`Problem`].
    pub fn send(&mut self, command: &str, input: Value) -> Result<Value, Problem> {
        dispatch(&mut self.app, command, input)
    }

    /// Sends a command that must succeed and gives its output.
    ///
    /// # Panics
    /// When the program answers with a problem.
    pub fn ask(&mut self, command: &str, input: Value) -> Value {
        match self.send(command, input) {
            Ok(mut reply) => reply["output"].take(),
            Err(problem) => panic!("{command}: {problem}"),
        }
    }
}
