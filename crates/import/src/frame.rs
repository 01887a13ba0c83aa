//! The language between parent and reader process: length-prefixed frames of small binary values over a pipe.
//!
//! A frame is one byte for its kind, four for the length of what follows (little endian), then fields in the order that
//! [`Message`] lists them. Rows travel in blocks, so that a long list streams and neither side holds it twice. The parent
//! checks every length, because the reader works on a stranger's bytes.

mod fields;
#[cfg(test)]
mod tests;

use crate::error::ImportError;
use crate::limits::Limits;
use crate::problem::ImportProblem;
use crate::request::{Read as What, ReadRequest, TextOptions};
use crate::sheet::{FileFormat, Region, Row, TextForm, Visibility};
use fields::{Fields, Put, Result};
use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::time::Duration;

/// Longest frame in bytes: a block of rows, or one row whose texts are as long as they may be.
const FRAME_BYTES_MAX: u32 = 64 * 1024 * 1024;

/// A frame that breaks the rules above.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BadFrame;

/// What the parent asks, sent over standard input so that no path shows in a list of processes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Order {
    /// The file.
    pub(crate) path: OsString,
    /// What to read of it.
    pub(crate) request: ReadRequest,
    /// Within which limits.
    pub(crate) limits: Limits,
}

/// What the reader tells.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Message {
    /// The file is open: format, size, hash, form of text, sheets with visibility.
    Opened {
        format: FileFormat,
        file_bytes: u64,
        sha256: String,
        text: Option<TextForm>,
        sheets: Vec<(String, Visibility)>,
    },
    /// Rows of this sheet (its place in the list) follow.
    Sheet(u32),
    /// Rows of the current sheet.
    Rows(Vec<Row>),
    /// Cells (row, column) of the current sheet that hold a formula without a stored value.
    Formulas(Vec<(u32, u32)>),
    /// Merged regions of the current sheet.
    Merged(Vec<Region>),
    /// Rows or columns of the current sheet lie beyond a limit.
    Cut,
    /// Something was left out.
    Problem(ImportProblem),
    /// All was read; largest resident memory in KiB, 0 when unknown.
    End(u64),
    /// Nothing can be read.
    Failed(ImportError),
}

impl Message {
    /// Writes the message as one frame.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut put = Put::default();
        let kind = self.put(&mut put);
        let body = put.into_bytes();
        let length = u32::try_from(body.len())
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "frame too long"))?;
        out.write_all(&[kind])?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&body)
    }

    fn put(&self, put: &mut Put) -> u8 {
        match self {
            Self::Opened {
                format,
                file_bytes,
                sha256,
                text,
                sheets,
            } => {
                put.word(format.word());
                put.u64(*file_bytes);
                put.text(sha256);
                put.option(text.as_ref(), |put, form| {
                    put.text(&form.encoding);
                    put.u32(u32::from(form.delimiter));
                });
                put.list(sheets, |put, (name, visibility)| {
                    put.text(name);
                    put.word(visibility.word());
                });
                1
            }
            Self::Sheet(index) => {
                put.u32(*index);
                2
            }
            Self::Rows(rows) => {
                put.list(rows, Put::row);
                3
            }
            Self::Formulas(cells) => {
                put.list(cells, |put, (row, column)| {
                    put.u32(*row);
                    put.u32(*column);
                });
                4
            }
            Self::Merged(regions) => {
                put.list(regions, Put::region);
                5
            }
            Self::Cut => 6,
            Self::Problem(problem) => {
                put.problem(problem);
                7
            }
            Self::End(peak_kib) => {
                put.u64(*peak_kib);
                8
            }
            Self::Failed(error) => {
                put.error(error);
                9
            }
        }
    }

    /// Reads one frame; `Ok(None)` at the end of the pipe.
    pub(crate) fn read(input: &mut impl Read) -> std::result::Result<Option<Self>, BadFrame> {
        let mut kind = [0];
        match input.read(&mut kind) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(_) => return Err(BadFrame),
        }
        let body = read_body(input)?;
        let mut fields = Fields::new(&body);
        let message = Self::take(kind[0], &mut fields)?;
        fields.finish()?;
        Ok(Some(message))
    }

    fn take(kind: u8, fields: &mut Fields<'_>) -> Result<Self> {
        Ok(match kind {
            1 => Self::Opened {
                format: fields.word(&FileFormat::ALL, FileFormat::word)?,
                file_bytes: fields.u64()?,
                sha256: fields.text()?,
                text: fields.option(|fields| {
                    Ok(TextForm {
                        encoding: fields.text()?,
                        delimiter: char::from_u32(fields.u32()?).ok_or(BadFrame)?,
                    })
                })?,
                sheets: fields.list(|fields| {
                    let all = [
                        Visibility::Visible,
                        Visibility::Hidden,
                        Visibility::VeryHidden,
                    ];
                    Ok((fields.text()?, fields.word(&all, Visibility::word)?))
                })?,
            },
            2 => Self::Sheet(fields.u32()?),
            3 => Self::Rows(fields.list(Fields::row)?),
            4 => Self::Formulas(fields.list(|fields| Ok((fields.u32()?, fields.u32()?)))?),
            5 => Self::Merged(fields.list(Fields::region)?),
            6 => Self::Cut,
            7 => Self::Problem(fields.problem()?),
            8 => Self::End(fields.u64()?),
            9 => Self::Failed(fields.error()?),
            _ => return Err(BadFrame),
        })
    }
}

fn read_body(input: &mut impl Read) -> Result<Vec<u8>> {
    let mut length = [0; 4];
    input.read_exact(&mut length).map_err(|_| BadFrame)?;
    let length = u32::from_le_bytes(length);
    if length > FRAME_BYTES_MAX {
        return Err(BadFrame);
    }
    let mut body = vec![0; length as usize];
    input.read_exact(&mut body).map_err(|_| BadFrame)?;
    Ok(body)
}

impl Order {
    /// Writes the order.
    pub(crate) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut put = Put::default();
        put.path(&self.path);
        put.option(self.request.text.encoding.as_ref(), |put, label| {
            put.text(label)
        });
        put.option(self.request.text.delimiter.as_ref(), |put, c| {
            put.u32(u32::from(*c))
        });
        match &self.request.what {
            What::Preview { rows_per_sheet } => {
                put.u32(0);
                put.u32(*rows_per_sheet);
            }
            What::Sheet { name } => {
                put.u32(1);
                put.text(name);
            }
        }
        let limits = &self.limits;
        for number in [
            limits.time.as_millis().try_into().unwrap_or(u64::MAX),
            limits.memory_bytes,
            limits.file_bytes,
            limits.xls_bytes,
            limits.unpacked_bytes,
            limits.parts,
            limits.shared_text_bytes,
            limits.cells,
            limits.cell_text_bytes,
            u64::from(limits.rows),
            u64::from(limits.columns),
        ] {
            put.u64(number);
        }
        let body = put.into_bytes();
        let length = u32::try_from(body.len())
            .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "order too long"))?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&body)?;
        out.flush()
    }

    /// Reads the order.
    pub(crate) fn read(input: &mut impl Read) -> Result<Self> {
        let body = read_body(input)?;
        let mut fields = Fields::new(&body);
        let path = fields.path()?;
        let text = TextOptions {
            encoding: fields.option(Fields::text)?,
            delimiter: fields.option(|fields| char::from_u32(fields.u32()?).ok_or(BadFrame))?,
        };
        let what = match fields.u32()? {
            0 => What::Preview {
                rows_per_sheet: fields.u32()?,
            },
            1 => What::Sheet {
                name: fields.text()?,
            },
            _ => return Err(BadFrame),
        };
        let limits = Limits {
            time: Duration::from_millis(fields.u64()?),
            memory_bytes: fields.u64()?,
            file_bytes: fields.u64()?,
            xls_bytes: fields.u64()?,
            unpacked_bytes: fields.u64()?,
            parts: fields.u64()?,
            shared_text_bytes: fields.u64()?,
            cells: fields.u64()?,
            cell_text_bytes: fields.u64()?,
            rows: fields.u64()?.try_into().map_err(|_| BadFrame)?,
            columns: fields.u64()?.try_into().map_err(|_| BadFrame)?,
        };
        fields.finish()?;
        Ok(Self {
            path,
            request: ReadRequest { what, text },
            limits,
        })
    }
}
