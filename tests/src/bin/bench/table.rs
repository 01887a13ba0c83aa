//! Measured values beside their targets.

use std::time::{Duration, Instant};

/// Rows in the order in which they were measured.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

/// Width of what was measured, on the terminal.
const WIDTH: usize = 55;

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
        self.add(Row {
            what: what.into(),
            measured: format!("{measured:.2} {unit}"),
            target: format!("≤ {target} {unit}"),
            reached: Some(measured <= target),
        });
    }

    /// A value that is only told.
    pub(crate) fn tell(&mut self, what: impl Into<String>, measured: String) {
        self.add(Row {
            what: what.into(),
            measured,
            target: String::new(),
            reached: None,
        });
    }

    /// Each row is printed as it is measured, so that a measurement that fails leaves those before it on the screen.
    fn add(&mut self, row: Row) {
        let mark = match row.reached {
            Some(true) => "reached",
            Some(false) => "MISSED",
            None => "",
        };
        println!(
            "{:WIDTH$}  {:>12}  {:>12}  {mark}",
            row.what, row.measured, row.target
        );
        self.rows.push(row);
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
