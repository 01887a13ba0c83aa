//! The running program: the open site, the handles of files, and the one door for writes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset, SecondsFormat};
use zonewright_domain::posture::{Posture, posture_of_parts};
use zonewright_store::{Committed, Noun, Operation, OperationHead, SiteFile, StoreError, Tx};

use crate::host::Host;
use crate::import::ReadSheet;
use crate::problem::Problem;
use crate::wire::history::HistoryHead;
use crate::wire::words::{Change, Word};

/// The open site file.
pub(crate) struct OpenFile {
    pub(crate) file: SiteFile,
    pub(crate) path: PathBuf,
}

/// The program between two messages.
pub struct App {
    host: Box<dyn Host + Send>,
    open: Option<OpenFile>,
    files: BTreeMap<String, PathBuf>,
    changes: BTreeSet<Change>,
    /// The spreadsheet read last, so that a changed mapping shows at once.
    pub(crate) sheet: Option<ReadSheet>,
}

impl App {
    /// A program with nothing open.
    pub fn new(host: Box<dyn Host + Send>) -> Self {
        Self {
            host,
            open: None,
            files: BTreeMap::new(),
            changes: BTreeSet::new(),
            sheet: None,
        }
    }

    /// Lets messages speak of this file by the returned handle. For hosts that know paths themselves, such as
    /// the command line; the window gets its handles from the command `pick_file`.
    pub fn grant(&mut self, path: PathBuf) -> String {
        if let Some((handle, _)) = self.files.iter().find(|(_, known)| **known == path) {
            return handle.clone();
        }
        let handle = format!("file-{}", self.files.len() + 1);
        self.files.insert(handle.clone(), path);
        handle
    }

    /// The file behind a handle.
    pub(crate) fn path(&self, handle: &str) -> Result<PathBuf, Problem> {
        self.files.get(handle).cloned().ok_or_else(|| {
            Problem::refused(
                "file.unknown",
                "This file was not chosen in this session. Nothing was changed.",
                "Choose the file again.",
            )
        })
    }

    pub(crate) fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }

    pub(crate) fn host_mut(&mut self) -> &mut dyn Host {
        self.host.as_mut()
    }

    pub(crate) fn random_bits(&mut self) -> u128 {
        self.host.random_bits()
    }

    pub(crate) fn now(&self) -> DateTime<FixedOffset> {
        self.host.now()
    }

    /// The time as the journal writes it.
    pub(crate) fn now_text(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    pub(crate) fn set_open(&mut self, open: Option<OpenFile>) {
        self.open = open;
        self.sheet = None;
        self.changes.extend(ALL_CHANGES);
    }

    pub(crate) fn open_file(&self) -> Option<&OpenFile> {
        self.open.as_ref()
    }

    /// The open site, for reading.
    pub(crate) fn file(&self) -> Result<&SiteFile, Problem> {
        self.open
            .as_ref()
            .map(|open| &open.file)
            .ok_or_else(Problem::no_site)
    }

    pub(crate) fn open_path(&self) -> Option<&Path> {
        self.open.as_ref().map(|open| open.path.as_path())
    }

    /// The one door for writes: one transaction, one named operation in the journal, all or nothing.
    pub(crate) fn transact<T>(
        &mut self,
        kind: &str,
        label: &str,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let (who, at) = (self.host.user_name(), self.now_text());
        let open = self.open.as_mut().ok_or_else(Problem::no_site)?;
        let head = OperationHead {
            kind,
            label,
            who: &who,
            at: &at,
        };
        let (value, committed) = open.file.transact(&head, work)?;
        self.note(&committed);
        Ok(value)
    }

    /// Undo or redo: a new operation that plays an older one back; its label.
    pub(crate) fn replay(
        &mut self,
        play: impl FnOnce(&mut SiteFile, &str, &str) -> Result<(Operation, Committed), StoreError>,
    ) -> Result<String, Problem> {
        let (who, at) = (self.host.user_name(), self.now_text());
        let open = self.open.as_mut().ok_or_else(Problem::no_site)?;
        let (operation, committed) = play(&mut open.file, &who, &at)?;
        self.note(&committed);
        Ok(operation.label)
    }

    /// Posture of the whole site.
    pub(crate) fn posture(&self) -> Result<Posture, Problem> {
        let file = self.file()?;
        Ok(posture_of_parts(
            &file.zones()?,
            &file.conduits()?,
            &file.answers()?,
            &zonewright_catalog::site_packs(),
        ))
    }

    pub(crate) fn begin(&mut self) {
        self.changes.clear();
    }

    /// Tells screens that a kind of thing changed which is not in the site file.
    pub(crate) fn mark(&mut self, kind: Change) {
        self.changes.insert(kind);
    }

    pub(crate) fn take_changes(&mut self) -> Vec<Word<Change>> {
        std::mem::take(&mut self.changes)
            .into_iter()
            .map(Word::from)
            .collect()
    }

    pub(crate) fn history_head(&self) -> Result<Option<HistoryHead>, Problem> {
        let Some(open) = &self.open else {
            return Ok(None);
        };
        let head = open.file.head()?;
        Ok(Some(HistoryHead {
            undo: head.undo.map(|step| step.label),
            redo: head.redo.map(|step| step.label),
            head: head.hash,
            operations: head.operations,
        }))
    }

    fn note(&mut self, committed: &Committed) {
        for touched in &committed.changes {
            self.changes.insert(Change::History);
            self.changes.extend(touched_by(touched.noun));
        }
    }
}

/// Every kind of change, for when another site is opened.
const ALL_CHANGES: [Change; 8] = [
    Change::Answers,
    Change::Assets,
    Change::Conduits,
    Change::Evidence,
    Change::History,
    Change::People,
    Change::Site,
    Change::Zones,
];

/// What screens must ask for again when a thing changed, widened to what shows parts of it.
const fn touched_by(noun: Noun) -> &'static [Change] {
    match noun {
        Noun::Site | Noun::Pack => &[Change::Site],
        Noun::Person => &[Change::People],
        Noun::Zone => &[Change::Zones, Change::Conduits, Change::Answers],
        Noun::Conduit => &[Change::Conduits, Change::Answers],
        Noun::Fact => &[Change::Zones, Change::Conduits, Change::Answers],
        Noun::Asset => &[Change::Assets, Change::Zones],
        Noun::Answer => &[Change::Answers],
        Noun::Evidence => &[Change::Evidence, Change::Answers],
    }
}
