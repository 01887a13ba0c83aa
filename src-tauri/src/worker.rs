//! The one thread that owns the open site. Messages are handled in the order in which they arrive, so what a person
//! typed last is written before the site closes, and a panic in one message leaves the site open for the next.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::time::Duration;

use serde_json::Value;
use tauri::async_runtime;
use zonewright_api::{App, Host, Problem, dispatch};

/// What a message comes back with.
type Reply = Result<Value, Problem>;

/// A message and where its reply goes.
struct Job {
    command: String,
    input: Value,
    reply: Box<dyn FnOnce(Reply) + Send>,
}

/// A handle on the thread that owns the [`App`].
pub(crate) struct Worker {
    jobs: mpsc::Sender<Job>,
}

impl Worker {
    /// Starts the thread; the host is made inside it, because it stays there.
    pub(crate) fn start<H>(make_host: impl FnOnce() -> H + Send + 'static) -> Self
    where
        H: Host + Send + 'static,
    {
        let (jobs, inbox) = mpsc::channel::<Job>();
        std::thread::spawn(move || {
            let mut app = App::new(Box::new(make_host()));
            for job in inbox {
                let reply = guarded(&job.command, || dispatch(&mut app, &job.command, job.input));
                (job.reply)(reply);
            }
        });
        Self { jobs }
    }

    /// Sends a message and waits for its reply without blocking the window.
    pub(crate) async fn ask(&self, command: String, input: Value) -> Reply {
        let (sender, mut receiver) = async_runtime::channel(1);
        let reply = Box::new(move |reply| drop(sender.blocking_send(reply)));
        self.send(Job {
            command,
            input,
            reply,
        })?;
        receiver.recv().await.unwrap_or_else(|| Err(stopped()))
    }

    /// Closes the site after everything that was sent before; gives up waiting after `patience`.
    pub(crate) fn close_site(&self, patience: Duration) {
        let (sender, receiver) = mpsc::channel();
        let reply = Box::new(move |reply: Reply| drop(sender.send(reply)));
        let job = Job {
            command: "close_site".to_owned(),
            input: Value::Object(serde_json::Map::new()),
            reply,
        };
        if self.send(job).is_ok() {
            // Either outcome is fine: without an open site there is nothing to close, and every acknowledged
            // answer is on the disk already.
            drop(receiver.recv_timeout(patience));
        }
    }

    fn send(&self, job: Job) -> Result<(), Problem> {
        self.jobs.send(job).map_err(|_| stopped())
    }
}

/// Runs a message; a panic becomes a problem of kind *broken* and the thread lives on.
fn guarded(command: &str, work: impl FnOnce() -> Reply) -> Reply {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Problem::broken(format!(
            "Zonewright made a mistake while doing “{command}”."
        )))
    })
}

fn stopped() -> Problem {
    Problem::broken("Zonewright is closing and no longer takes messages.")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use zonewright_api::ProblemKind;

    #[test]
    fn a_panic_becomes_a_broken_problem_that_names_the_command() {
        let problem = guarded("move_zone", || panic!("a rule was broken")).unwrap_err();
        assert_eq!(problem.kind, ProblemKind::Broken);
        assert!(problem.message.contains("move_zone"), "{}", problem.message);
    }

    #[test]
    fn a_reply_passes_through_unchanged() {
        assert_eq!(
            guarded("site_get", || Ok(Value::from(7))),
            Ok(Value::from(7))
        );
    }
}
