//! The command line as a host: real clock and chance, no dialogs.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, Local};
use zonewright_api::{Host, PickRequest};

/// The host of one run.
pub(crate) struct Terminal {
    config: PathBuf,
}

impl Terminal {
    /// Keeps identities in `ZONEWRIGHT_CONFIG`, or in the user's configuration folder.
    pub(crate) fn new() -> Self {
        let config = std::env::var_os("ZONEWRIGHT_CONFIG").map(PathBuf::from);
        let config = config.or_else(|| dirs::config_dir().map(|folder| folder.join("zonewright")));
        let config = config.unwrap_or_else(|| PathBuf::from(".zonewright"));
        // A folder that cannot be made shows itself when something is kept in it.
        drop(std::fs::create_dir_all(&config));
        Self { config }
    }
}

impl Host for Terminal {
    fn now(&self) -> DateTime<FixedOffset> {
        Local::now().fixed_offset()
    }

    fn random_bits(&mut self) -> u128 {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).expect("the system provides random numbers");
        u128::from_le_bytes(bytes)
    }

    fn pick(&mut self, _request: &PickRequest) -> Option<PathBuf> {
        None
    }

    fn config_dir(&self) -> PathBuf {
        self.config.clone()
    }

    fn user_name(&self) -> String {
        let name = |variable| std::env::var(variable).ok().filter(|name| !name.is_empty());
        name("USER")
            .or_else(|| name("USERNAME"))
            .unwrap_or_else(|| "unknown".to_owned())
    }

    fn reader(&self) -> PathBuf {
        std::env::current_exe().unwrap_or_else(|_| PathBuf::from("zonewright-cli"))
    }
}
