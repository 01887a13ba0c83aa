//! Named steps with their duration, and the table at the end.

use std::time::{Duration, Instant};

use crate::shell::Counts;

/// What has been done so far.
#[derive(Default)]
pub(crate) struct Steps {
    rows: Vec<Row>,
    counts: Counts,
}

struct Row {
    name: String,
    took: Duration,
    failure: Option<String>,
}

impl Steps {
    /// A step that the following ones need: its error ends the command.
    pub(crate) fn need<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Result<T, String> {
        match self.time(name, work) {
            Ok(value) => Ok(value),
            Err(message) => {
                self.print();
                Err(format!("\n{name}: {message}"))
            }
        }
    }

    /// A step that may fail while the others still tell something.
    pub(crate) fn attempt(&mut self, name: &str, work: impl FnOnce() -> Result<(), String>) {
        if let Err(message) = self.time(name, work) {
            eprintln!("{message}");
        }
    }

    /// A step that runs tests.
    pub(crate) fn tests(&mut self, name: &str, work: impl FnOnce() -> Result<Counts, String>) {
        let mut counted = Counts::default();
        self.attempt(name, || {
            counted = work()?;
            if counted.passed + counted.failed == 0 {
                return Err("no test ran".to_owned());
            }
            if counted.failed > 0 {
                Err(format!("{} failed", counted.failed))
            } else {
                Ok(())
            }
        });
        self.counts.passed += counted.passed;
        self.counts.failed += counted.failed;
    }

    /// Prints the table; an error when any step failed.
    pub(crate) fn finish(self) -> Result<(), String> {
        self.print();
        if self.counts != Counts::default() {
            println!(
                "{} passed, {} failed",
                self.counts.passed, self.counts.failed
            );
        }
        let failed = self.rows.iter().filter(|row| row.failure.is_some()).count();
        if failed == 0 {
            Ok(())
        } else {
            Err(format!("{failed} of {} steps failed", self.rows.len()))
        }
    }

    fn time<T>(
        &mut self,
        name: &str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Result<T, String> {
        println!("\n── {name}");
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        println!(
            "── {name}: {} {:.1} s",
            if result.is_ok() { "done," } else { "FAILED," },
            took.as_secs_f64()
        );
        let failure = result.as_ref().err().map(|message| first_line(message));
        self.rows.push(Row {
            name: name.to_owned(),
            took,
            failure,
        });
        result
    }

    fn print(&self) {
        let width = self
            .rows
            .iter()
            .map(|row| row.name.chars().count())
            .max()
            .unwrap_or(0);
        println!();
        for row in &self.rows {
            let result = row
                .failure
                .as_deref()
                .map_or_else(|| "ok".to_owned(), |why| format!("FAILED: {why}"));
            println!(
                "{:width$}  {:>8.1} s  {result}",
                row.name,
                row.took.as_secs_f64()
            );
        }
    }
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("failed").to_owned()
}
