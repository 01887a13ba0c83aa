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
    let mut count = 0;
    for (number, line) in (1..).zip(script.lines()) {
        let Some((command, input)) =
            parse_line(line).map_err(|problem| at_line(problem, number, count))?
        else {
            continue;
        };
        let input = with_files(app, input, folder);
        dispatch(app, &command, input).map_err(|problem| at_line(problem, number, count))?;
        count += 1;
    }
    Ok(count)
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

/// The problem with its place, and what became of the `done` commands before it.
fn at_line(mut problem: Problem, number: usize, done: usize) -> Problem {
    problem.message = format!("Line {number}: {}", problem.message);
    if done > 0 {
        let saved = format!(" The {done} commands above it were done and are saved.");
        problem.message.push_str(&saved);
    }
    problem.with("line", number)
}
