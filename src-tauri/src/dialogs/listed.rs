//! Dialogs answered from a list, for the desktop test. This file is compiled only with the feature `test-dialogs`,
//! which no shipped program has.

use std::path::PathBuf;

use tauri::AppHandle;
use zonewright_api::PickRequest;

use super::with_ending;

/// Answers from the JSON lines of the file named by `ZONEWRIGHT_TEST_DIALOGS`: a path, or `null` for a cancelled
/// dialog. Lines may be added while the program runs; each is used once.
pub(crate) struct Dialogs {
    used: std::cell::Cell<usize>,
}

impl Dialogs {
    /// Starts at the first line. The handle is what native dialogs need; it is not used here.
    pub(crate) fn new(_: AppHandle) -> Self {
        Self {
            used: std::cell::Cell::new(0),
        }
    }

    /// The next answer of the list; the end of the list counts as cancelled.
    pub(crate) fn pick(&self, request: &PickRequest) -> Option<PathBuf> {
        let list = std::env::var_os("ZONEWRIGHT_TEST_DIALOGS")
            .expect("the test names its list of answers");
        let text = std::fs::read_to_string(list).expect("the list of answers can be read");
        let line = text.lines().nth(self.used.get())?;
        self.used.set(self.used.get() + 1);
        let answer: Option<PathBuf> =
            serde_json::from_str(line).expect("each line is a path or null");
        Some(with_ending(answer?, request.purpose))
    }
}
