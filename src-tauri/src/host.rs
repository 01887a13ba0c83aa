//! What the desktop gives to the core: the clock, chance, dialogs, the configuration folder, a name and this program.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local};
use zonewright_api::{Host, PickRequest};

use crate::dialogs::Dialogs;

/// The outside world of a desktop program.
pub(crate) struct DesktopHost {
    dialogs: Dialogs,
}

impl DesktopHost {
    /// A host that asks through `dialogs`.
    pub(crate) fn new(dialogs: Dialogs) -> Self {
        Self { dialogs }
    }
}

impl Host for DesktopHost {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn random_bits(&mut self) -> u128 {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("every supported system has a source of random numbers");
        u128::from_le_bytes(bytes)
    }

    fn pick(&mut self, request: &PickRequest) -> Option<PathBuf> {
        self.dialogs.pick(request)
    }

    fn config_dir(&self) -> PathBuf {
        config_base().join("zonewright")
    }

    fn user_name(&self) -> String {
        // USERNAME on Windows, USER elsewhere; a name for the journal, not a proof of who it was.
        ["USERNAME", "USER", "LOGNAME"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| "unknown".to_owned())
    }

    fn reader(&self) -> PathBuf {
        std::env::current_exe().expect("a running program has a path")
    }
}

/// The folder above ours.
#[cfg(not(feature = "test-dialogs"))]
fn config_base() -> PathBuf {
    dirs::config_dir().unwrap_or_else(std::env::temp_dir)
}

/// The folder above ours: in tests one that is thrown away, so that no test sees a person's identities.
#[cfg(feature = "test-dialogs")]
fn config_base() -> PathBuf {
    std::env::var_os("ZONEWRIGHT_TEST_CONFIG").map_or_else(std::env::temp_dir, PathBuf::from)
}
