//! Undo and redo: the journal's befores or afters, put back in an operation of their own.

use crate::error::StoreError;
use crate::file::SiteFile;
use crate::history::{Change, Operation};
use crate::table::Table;
use crate::transact::{Committed, OperationHead, Tx};

const UNDO: &str = "undo the last change";
const REDO: &str = "redo the change";

impl SiteFile {
    /// Takes back the newest operation that still stands. Works across closing and opening; stops at the operation
    /// that made the site. Returns the operation taken back.
    ///
    /// # Errors
    /// [`StoreError::NothingToUndo`], or what keeps the file from being written.
    pub fn undo(&mut self, who: &str, at: &str) -> Result<(Operation, Committed), StoreError> {
        self.refuse_reading(UNDO)?;
        let nothing = || StoreError::NothingToUndo {
            path: self.path().to_owned(),
        };
        let sequence = self
            .with_steps(|steps| steps.next_undo())?
            .ok_or_else(nothing)?;
        self.replay(sequence, "undo", UNDO, who, at, |mut changes| {
            changes.reverse();
            changes
                .into_iter()
                .map(|change| (change.before.clone(), change))
                .collect()
        })
    }

    /// Does again what was undone last; a new operation in between leaves nothing to redo. Returns that operation.
    ///
    /// # Errors
    /// [`StoreError::NothingToRedo`], or what keeps the file from being written.
    pub fn redo(&mut self, who: &str, at: &str) -> Result<(Operation, Committed), StoreError> {
        self.refuse_reading(REDO)?;
        let nothing = || StoreError::NothingToRedo {
            path: self.path().to_owned(),
        };
        let sequence = self
            .with_steps(|steps| steps.next_redo())?
            .ok_or_else(nothing)?;
        self.replay(sequence, "redo", REDO, who, at, |changes| {
            changes
                .into_iter()
                .map(|change| (change.after.clone(), change))
                .collect()
        })
    }

    fn replay(
        &mut self,
        sequence: u64,
        kind: &'static str,
        action: &'static str,
        who: &str,
        at: &str,
        order: impl FnOnce(Vec<Change>) -> Vec<(Option<String>, Change)>,
    ) -> Result<(Operation, Committed), StoreError> {
        let missing = || StoreError::Damaged {
            path: self.path().to_owned(),
            action,
            detail: format!("operation {sequence} is gone from the journal"),
        };
        let operation = self.find_operation(sequence)?.ok_or_else(missing)?;
        let head = OperationHead {
            kind,
            label: &operation.label,
            who,
            at,
        };
        let ((), committed) = self.record(&head, Some(sequence), |tx| {
            order(tx.changes_of(sequence)?)
                .iter()
                .try_for_each(|(row, change)| put_back(tx, action, change, row))
        })?;
        Ok((operation, committed))
    }
}

fn put_back(
    tx: &Tx<'_>,
    action: &'static str,
    change: &Change,
    row: &Option<String>,
) -> Result<(), StoreError> {
    let unknown = || StoreError::Damaged {
        path: tx.path().to_owned(),
        action,
        detail: format!("the journal names a table “{}”", change.table),
    };
    let statements = Table::find(&change.table).ok_or_else(unknown)?.statements();
    match row {
        Some(row) => tx.run(action, &statements.restore, [row])?,
        None => tx.run(action, &statements.remove, [&change.key])?,
    };
    Ok(())
}
