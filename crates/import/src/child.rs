//! The reader process: the same program, started again with a hidden word, that reads one file and ends.
//!
//! It takes its order from standard input, limits its own memory before it opens the file, turns a panic into a message and
//! leaves everything worse (an allocation that fails ends the process) to be seen by the parent as a pipe that stops.

use crate::error::ImportError;
use crate::frame::{Message, Order};
use crate::reader;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};

/// First argument that turns a program into the reader.
pub(crate) const READ_WORD: &str = "__read-spreadsheet";

/// Reads a spreadsheet and ends the process when the program was started for that; returns at once otherwise.
///
/// Every host calls this first in `main`, before it looks at arguments, opens windows or starts threads.
pub fn main_if_asked() {
    if std::env::args_os()
        .nth(1)
        .is_some_and(|word| word == READ_WORD)
    {
        std::process::exit(run());
    }
}

/// Exit status: 0 when the last frame was written, 1 when it could not be.
fn run() -> i32 {
    // The message of a panic could hold cell texts; nobody reads standard error of the reader, and nothing is written there.
    panic::set_hook(Box::new(|_| {}));
    let mut out = io::BufWriter::with_capacity(256 * 1024, io::stdout().lock());
    let last = match Order::read(&mut io::stdin().lock()) {
        Ok(order) => obey(&order, &mut out),
        Err(_) => Message::Failed(ImportError::Reader {
            reason: "no order was given".to_owned(),
        }),
    };
    let written = last.write(&mut out).and_then(|()| out.flush());
    i32::from(written.is_err())
}

fn obey(order: &Order, out: &mut impl Write) -> Message {
    limit_memory(order.limits.memory_bytes);
    answer(order, out)
}

fn answer(order: &Order, out: &mut impl Write) -> Message {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| reader::read(order, out)));
    match outcome {
        Ok(Ok(())) => Message::End(peak_kib()),
        Ok(Err(error)) => Message::Failed(error),
        Err(_) => Message::Failed(ImportError::Unsafe),
    }
}

/// Limits the address space to what the process has now plus `bytes`, and switches core dumps off, which would hold the
/// stranger's data. The hosts map libraries of very different sizes, so a fixed limit would fit none of them.
#[cfg(target_os = "linux")]
fn limit_memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let both = |value| Rlimit {
        current: Some(value),
        maximum: Some(value),
    };
    let now = status_kib("VmSize:").unwrap_or(64 * 1024) * 1024;
    // A system that refuses a limit leaves the caps on declared sizes and the time limit, which do not depend on it.
    let _refused = setrlimit(Resource::As, both(now.saturating_add(bytes))).is_err();
    let _refused = setrlimit(Resource::Core, both(0)).is_err();
}

#[cfg(not(target_os = "linux"))]
fn limit_memory(_bytes: u64) {}

fn peak_kib() -> u64 {
    status_kib("VmHWM:").unwrap_or(0)
}

/// A figure of `/proc/self/status` in KiB; `None` on systems without it.
fn status_kib(label: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(label))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::limits::Limits;
    use crate::request::ReadRequest;
    use proptest::prelude::*;

    /// Reads bytes as a file; the last message.
    fn read_bytes(bytes: &[u8], request: ReadRequest) -> Message {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(bytes).unwrap();
        let order = Order {
            path: file.path().into(),
            request,
            limits: Limits::default(),
        };
        answer(&order, &mut Vec::new())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]
        #[test]
        fn arbitrary_bytes_give_rows_or_a_reason(
            start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE", b"a;b\n", b"sep=;\n"]),
            rest in proptest::collection::vec(any::<u8>(), 0..2000),
        ) {
            let bytes = [start, &rest].concat();
            for request in [ReadRequest::preview(), ReadRequest::sheet("Text")] {
                let last = read_bytes(&bytes, request);
                prop_assert!(matches!(last, Message::End(_) | Message::Failed(_)));
            }
        }
    }
}
