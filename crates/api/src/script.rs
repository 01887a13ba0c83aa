//! Scripts: the same commands as the window, one per line, for tests, the sample site and the command line.
//!
//! A line `> command {json}` is a command; empty lines and lines that begin with `#` or `<` are passed over.
//! A text value `@name` of a field `file` or `p12` names a file beside the script.

use std::path::Path;

use serde_json::Value;

use crate::app::App;
use crate::commands::dispatch;
use crate::problem::Problem;

/// Runs a script against the open site and stops at the first problem, whose `line` argument says where; what
/// went before stays. Returns how many commands ran.
///
/// # Errors
/// The [`Problem`] of the first command that fails, with the line in its message.
pub fn run_script(app: &mut App, script: &str, folder: &Path) -> Result<usize, Problem> {
    run_lines(app, script, folder).map_err(Stopped::at_line)
}

/// Where a script stopped, and why.
pub(crate) struct Stopped {
    /// What went wrong, without its place.
    pub(crate) problem: Problem,
    line: usize,
    done: usize,
}

impl Stopped {
    /// The problem with its place, and what became of the commands before it.
    fn at_line(self) -> Problem {
        let Self {
            mut problem,
            line,
            done,
        } = self;
        problem.message = format!("Line {line}: {}", problem.message);
        if done > 0 {
            let commands = if done == 1 { "command" } else { "commands" };
            let saved = format!(" What the {done} {commands} above it did is saved.");
            problem.message.push_str(&saved);
        }
        problem.with("line", line)
    }
}

/// Runs a script as [`run_script`] does, and tells the problem and its place apart.
pub(crate) fn run_lines(app: &mut App, script: &str, folder: &Path) -> Result<usize, Stopped> {
    let mut done = 0;
    for (line, text) in (1..).zip(script.lines()) {
        let stopped = |problem| Stopped {
            problem,
            line,
            done,
        };
        if let Some((command, input)) = parse_line(text).map_err(stopped)? {
            let input = with_files(app, input, folder);
            dispatch(app, &command, input).map_err(stopped)?;
            done += 1;
        }
    }
    Ok(done)
}

/// The command and input of a line; `None` for a line without a command.
///
/// # Errors
/// A [`Problem`] when the line is neither a command nor one to pass over.
pub fn parse_line(line: &str) -> Result<Option<(String, Value)>, Problem> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') || line.starts_with('<') {
        return Ok(None);
    }
    let unreadable = |why: String| {
        Problem::refused(
            "script.line",
            format!("This line is no command: {why}."),
            "Write each command on a line of its own: the sign >, its name and its input as JSON.",
        )
    };
    let rest = line
        .strip_prefix('>')
        .ok_or_else(|| unreadable("it does not begin with >".into()))?
        .trim();
    let (command, json) = rest.split_once(char::is_whitespace).unwrap_or((rest, "{}"));
    let input = serde_json::from_str(json.trim())
        .map_err(|error| unreadable(format!("its JSON cannot be read, {error}")))?;
    Ok(Some((command.to_owned(), input)))
}

/// Replaces `@name` in the fields that name files by handles.
pub fn with_files(app: &mut App, mut input: Value, folder: &Path) -> Value {
    for field in ["file", "p12"] {
        if let Some(Value::String(text)) = input.get_mut(field)
            && let Some(name) = text.strip_prefix('@')
        {
            *text = app.grant(folder.join(name));
        }
    }
    input
}
