//! The parent's side: starts the reader process, gathers its frames, and ends it when time is up or the person says so.

use crate::child::READ_WORD;
use crate::error::ImportError;
use crate::frame::{BadFrame, Message, Order};
use crate::limits::Limits;
use crate::request::ReadRequest;
use crate::sheet::{Cell, CellValue, Row, Sheet, Workbook};
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// How often the parent looks at the clock and tells progress while the reader is silent.
const TICK: Duration = Duration::from_millis(100);

/// The program that becomes the reader; its `main` begins with [`crate::child::main_if_asked`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReaderProgram {
    /// Path of the executable.
    pub path: PathBuf,
}

impl ReaderProgram {
    /// The running program itself.
    ///
    /// # Errors
    /// [`ImportError::Reader`] when the system does not tell its path.
    pub fn this_program() -> Result<Self, ImportError> {
        std::env::current_exe()
            .map(Self::at)
            .map_err(|error| ImportError::Reader {
                reason: format!("the program does not find itself: {error}"),
            })
    }

    /// Another program that carries the reader.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn start(&self) -> std::io::Result<Child> {
        let mut command = Command::new(&self.path);
        command.arg(READ_WORD);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(windows)]
        {
            use std::os::windows::process::CommandExt;
            const CREATE_NO_WINDOW: u32 = 0x0800_0000;
            command.creation_flags(CREATE_NO_WINDOW);
        }
        command.spawn()
    }
}

/// How far a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Rows received so far, over all sheets.
    pub rows: u64,
    /// Time since the start.
    pub elapsed: Duration,
}

/// Reads a file in a child process.
///
/// `progress` is called at least every 100 ms; when it breaks, the child is ended and nothing is kept. The file is opened
/// for reading only, and no copy of it is made.
///
/// # Errors
/// Every reason in [`ImportError`]; among them [`ImportError::Unsafe`] when the reader was ended by its memory limit or a
/// fault, and [`ImportError::TimedOut`].
pub fn read_in_child(
    program: &ReaderProgram,
    path: &Path,
    request: &ReadRequest,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Workbook, ImportError> {
    let failed = |reason: String| ImportError::Reader { reason };
    // The reader may have another working folder in mind than the person who typed a relative path.
    let path = std::path::absolute(path).map_err(|e| ImportError::CannotOpen {
        reason: e.to_string(),
    })?;
    let order = Order {
        path: path.into_os_string(),
        request: request.clone(),
        limits: limits.clone(),
    };
    let mut child = program
        .start()
        .map_err(|e| failed(format!("it does not start: {e}")))?;
    let outcome = match (child.stdin.take(), child.stdout.take()) {
        (Some(mut stdin), Some(stdout)) => {
            // A reader that ended before it took its order is seen below as a pipe that stops.
            let _told = order.write(&mut stdin).is_ok();
            drop(stdin);
            gather(stdout, limits, progress)
        }
        _ => Err(failed("its pipes are missing".to_owned())),
    };
    end(&mut child);
    outcome
}

/// Ends the child if it still runs, and waits for it so that the system forgets it.
fn end(child: &mut Child) {
    // It may have ended by itself in the meantime; both calls then fail harmlessly.
    let _ended = child.kill().is_ok();
    let _waited = child.wait().is_ok();
}

type Frame = Result<Option<Message>, BadFrame>;

fn gather(
    stdout: ChildStdout,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Workbook, ImportError> {
    let (sender, frames) = sync_channel::<Frame>(16);
    // The thread ends with the pipe, at the latest when the child is ended, or when the receiver is gone.
    std::thread::spawn(move || {
        let mut input = BufReader::with_capacity(256 * 1024, stdout);
        loop {
            let frame = Message::read(&mut input);
            let was_last = !matches!(frame, Ok(Some(_)));
            if sender.send(frame).is_err() || was_last {
                break;
            }
        }
    });
    collect(&frames, limits, progress)
}

fn collect(
    frames: &Receiver<Frame>,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Workbook, ImportError> {
    let start = Instant::now();
    let mut gathered = Gathered::default();
    let mut told = start;
    loop {
        let frame = frames.recv_timeout(TICK);
        if start.elapsed() > limits.time {
            return Err(ImportError::TimedOut {
                seconds: limits.time.as_secs(),
            });
        }
        if told.elapsed() >= TICK || frame.is_err() {
            told = Instant::now();
            let now = Progress {
                rows: gathered.rows,
                elapsed: start.elapsed(),
            };
            if progress(now).is_break() {
                return Err(ImportError::Cancelled);
            }
        }
        match frame {
            Ok(Ok(Some(Message::End(peak_kib)))) => return gathered.finish(peak_kib),
            Ok(Ok(Some(Message::Failed(error)))) => return Err(error),
            Ok(Ok(Some(message))) => gathered.take(message)?,
            // The pipe stopped without a last word, within a frame or between two: the reader was ended.
            Ok(Ok(None) | Err(BadFrame)) | Err(RecvTimeoutError::Disconnected) => {
                return Err(ImportError::Unsafe);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

/// What has arrived so far.
#[derive(Default)]
struct Gathered {
    workbook: Option<Workbook>,
    current: usize,
    rows: u64,
}

impl Gathered {
    fn take(&mut self, message: Message) -> Result<(), ImportError> {
        let nonsense = || ImportError::Reader {
            reason: "it answered out of order".to_owned(),
        };
        if let Message::Opened {
            format,
            file_bytes,
            sha256,
            text,
            sheets,
        } = message
        {
            let sheets = sheets
                .into_iter()
                .map(|(name, visibility)| Sheet {
                    name,
                    visibility,
                    rows: Vec::new(),
                    merged: Vec::new(),
                    was_read: false,
                    cut: false,
                })
                .collect();
            self.workbook = Some(Workbook {
                format,
                file_bytes,
                sha256,
                text,
                sheets,
                problems: Vec::new(),
                reader_peak_kib: None,
            });
            return Ok(());
        }
        let workbook = self.workbook.as_mut().ok_or_else(nonsense)?;
        if let Message::Problem(problem) = message {
            workbook.problems.push(problem);
            return Ok(());
        }
        if let Message::Sheet(index) = message {
            self.current = index as usize;
        }
        let sheet = workbook.sheets.get_mut(self.current).ok_or_else(nonsense)?;
        match message {
            Message::Sheet(_) => sheet.was_read = true,
            Message::Rows(rows) => {
                self.rows += rows.len() as u64;
                sheet.rows.extend(rows);
            }
            Message::Formulas(cells) => add_formulas(sheet, &cells),
            Message::Merged(regions) => sheet.merged.extend(regions),
            Message::Cut => sheet.cut = true,
            _ => return Err(nonsense()),
        }
        Ok(())
    }

    fn finish(self, peak_kib: u64) -> Result<Workbook, ImportError> {
        let mut workbook = self.workbook.ok_or_else(|| ImportError::Reader {
            reason: "it ended without an answer".to_owned(),
        })?;
        workbook.reader_peak_kib = (peak_kib > 0).then_some(peak_kib);
        for sheet in &mut workbook.sheets {
            put_in_order(&mut sheet.rows);
        }
        Ok(workbook)
    }
}

/// Formulas without a value are found in a pass of their own, after the rows.
fn add_formulas(sheet: &mut Sheet, cells: &[(u32, u32)]) {
    put_in_order(&mut sheet.rows);
    let mut added = Vec::new();
    for &(number, column) in cells {
        let cell = Cell {
            column,
            value: CellValue::FormulaWithoutValue,
        };
        match sheet.rows.binary_search_by_key(&number, |row| row.number) {
            Ok(index) => sheet.rows[index].cells.push(cell),
            Err(_) => added.push(Row {
                number,
                cells: vec![cell],
            }),
        }
    }
    sheet.rows.extend(added);
}

/// Files made by strange programs may hold rows and cells in any order and twice; the first of two wins.
fn put_in_order(rows: &mut Vec<Row>) {
    if !rows.is_sorted_by(|a, b| a.number < b.number) {
        rows.sort_by_key(|row| row.number);
        rows.dedup_by(|later, first| {
            let same = later.number == first.number;
            if same {
                first.cells.append(&mut later.cells);
            }
            same
        });
    }
    for row in rows {
        if !row.cells.is_sorted_by(|a, b| a.column < b.column) {
            row.cells.sort_by_key(|cell| cell.column);
            row.cells.dedup_by_key(|cell| cell.column);
        }
    }
}
