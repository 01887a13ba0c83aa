//! What happens inside the reader process: look at the content, check what it claims, read it, and send rows.

mod guard;
mod ods_guard;
mod range;
mod rows;
mod shown;
mod sniff;
mod stream;
mod text;

use crate::error::{ImportError, TooLarge};
use crate::frame::{Message, Order};
use crate::request::Read as What;
use crate::sheet::{FileFormat, TextForm, Visibility};
use rows::RowSink;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};

/// Result of everything in the reader.
type Result<T> = std::result::Result<T, ImportError>;

/// Reads what the order asks for and writes it as messages.
pub(crate) fn read(order: &Order, out: &mut impl Write) -> Result<()> {
    let mut file = open(order)?;
    let known = fingerprint(&mut file)?;
    if known.bytes == 0 {
        return Err(ImportError::Empty);
    }
    let format = sniff::format_of(&mut file, &known)?;
    rewind(&mut file)?;
    match format {
        FileFormat::Xlsx | FileFormat::Xlsb | FileFormat::Ods => {
            guard::check_parts(&mut file, &order.limits)?
        }
        FileFormat::Xls if known.bytes > order.limits.xls_bytes => {
            return Err(ImportError::TooLarge {
                limit: TooLarge::File,
                allowed: order.limits.xls_bytes,
            });
        }
        FileFormat::Xls | FileFormat::Text => {}
    }
    rewind(&mut file)?;
    let mut answer = Answer {
        order,
        out,
        known,
        format,
    };
    match format {
        FileFormat::Xlsx => {
            let may_merge = !answer.is_preview() && guard::may_merge_cells(&mut file)?;
            rewind(&mut file)?;
            stream::read_xlsx(BufReader::new(file), &mut answer, may_merge)
        }
        FileFormat::Xlsb => stream::read_xlsb(BufReader::new(file), &mut answer),
        FileFormat::Xls => range::read_xls(BufReader::new(file), &mut answer),
        FileFormat::Ods => {
            ods_guard::check_repeats(&mut file, &order.limits)?;
            rewind(&mut file)?;
            range::read_ods(BufReader::new(file), &mut answer)
        }
        FileFormat::Text => text::read(file, &mut answer),
    }
}

/// Size and hash of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Fingerprint {
    bytes: u64,
    sha256: String,
}

fn cannot_open(error: &std::io::Error) -> ImportError {
    ImportError::CannotOpen {
        reason: reason(error),
    }
}

/// What the system says, in words for a person: no error numbers.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "it is not there".to_owned(),
        std::io::ErrorKind::PermissionDenied => "you do not have the right to read it".to_owned(),
        _ => {
            let text = error.to_string();
            let end = text.find(" (os error").unwrap_or(text.len());
            text[..end].to_owned()
        }
    }
}

fn rewind(file: &mut File) -> Result<()> {
    file.seek(SeekFrom::Start(0))
        .map(|_| ())
        .map_err(|e| cannot_open(&e))
}

fn open(order: &Order) -> Result<File> {
    let file = File::open(&order.path).map_err(|e| cannot_open(&e))?;
    let facts = file.metadata().map_err(|e| cannot_open(&e))?;
    if !facts.is_file() {
        return Err(ImportError::CannotOpen {
            reason: "it is not a file".to_owned(),
        });
    }
    if facts.len() > order.limits.file_bytes {
        return Err(ImportError::TooLarge {
            limit: TooLarge::File,
            allowed: order.limits.file_bytes,
        });
    }
    Ok(file)
}

fn fingerprint(file: &mut File) -> Result<Fingerprint> {
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut block = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut block).map_err(|e| cannot_open(&e))?;
        if count == 0 {
            break;
        }
        hash.update(&block[..count]);
        bytes += count as u64;
    }
    let mut sha256 = String::with_capacity(64);
    for byte in hash.finalize() {
        write!(sha256, "{byte:02x}").expect("writing to a string does not fail");
    }
    Ok(Fingerprint { bytes, sha256 })
}

/// The answer under way: what was asked, and where it goes.
struct Answer<'a, W> {
    order: &'a Order,
    out: &'a mut W,
    known: Fingerprint,
    format: FileFormat,
}

impl<W: Write> Answer<'_, W> {
    /// Tells what the file is; comes before everything else.
    fn opened(&mut self, sheets: &[(String, Visibility)], text: Option<TextForm>) -> Result<()> {
        self.send(&Message::Opened {
            format: self.format,
            file_bytes: self.known.bytes,
            sha256: self.known.sha256.clone(),
            text,
            sheets: sheets.to_vec(),
        })
    }

    /// Places of the sheets whose rows are asked for.
    fn wanted(&self, sheets: &[(String, Visibility)]) -> Result<Vec<usize>> {
        match &self.order.request.what {
            What::Preview { .. } => Ok((0..sheets.len()).collect()),
            What::Sheet { name } => {
                let place = sheets.iter().position(|(known, _)| known == name);
                place
                    .map(|index| vec![index])
                    .ok_or_else(|| ImportError::NoSuchSheet { name: name.clone() })
            }
        }
    }

    /// Announces a sheet and takes its rows.
    fn sheet(&mut self, index: usize, name: &str) -> Result<RowSink<'_, W>> {
        let place = u32::try_from(index).unwrap_or(u32::MAX);
        self.send(&Message::Sheet(place))?;
        let rows_wanted = match self.order.request.what {
            What::Preview { rows_per_sheet } => Some(rows_per_sheet),
            What::Sheet { .. } => None,
        };
        Ok(RowSink::new(
            self.out,
            &self.order.limits,
            name,
            rows_wanted,
        ))
    }

    const fn is_preview(&self) -> bool {
        matches!(self.order.request.what, What::Preview { .. })
    }

    fn send(&mut self, message: &Message) -> Result<()> {
        send(self.out, message)
    }
}

fn send(out: &mut impl Write, message: &Message) -> Result<()> {
    message.write(out).map_err(|e| ImportError::Reader {
        reason: e.to_string(),
    })
}
