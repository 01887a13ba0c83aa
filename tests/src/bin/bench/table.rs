//! Measured values beside their targets.

use std::time::{Duration, Instant};

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

struct Row {
    what: String,
    measured: String,
    target: String,
    reached: Option<bool>,
}

impl Table {
    /// A value with a target that it must not exceed, both in `unit`.
    pub(crate) fn at_most(
        &mut self,
        what: impl Into<String>,
        measured: f64,
        target: f64,
        unit: &str,
    ) {
        self.rows.push(Row {
            what: what.into(),
            measured: format!("{measured:.1} {unit}"),
            target: format!("≤ {target} {unit}"),
            reached: Some(measured <= target),
        });
    }

    /// A value that is only told.
    pub(crate) fn tell(&mut self, what: impl Into<String>, measured: String) {
        self.rows.push(Row {
            what: what.into(),
            measured,
            target: String::new(),
            reached: None,
        });
    }

    /// Prints the table.
    pub(crate) fn print(&self) {
        let width = self
            .rows
            .iter()
            .map(|row| row.what.chars().count())
            .max()
            .unwrap_or(0);
        println!();
        for row in &self.rows {
            let mark = match row.reached {
                Some(true) => "reached",
                Some(false) => "MISSED",
                None => "",
            };
            println!(
                "{:width$}  {:>12}  {:>12}  {mark}",
                row.what, row.measured, row.target
            );
        }
    }

    /// True when no target was missed.
    pub(crate) fn all_reached(&self) -> bool {
        self.rows.iter().all(|row| row.reached != Some(false))
    }
}

/// Milliseconds that some work took, and what it gave.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let value = work();
    (ms(start.elapsed()), value)
}

/// A duration in milliseconds.
pub(crate) fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// The middle of some measurements.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
