//! The one message channel between the page and the core; names and shapes come from `zonewright_api::COMMANDS`.

// What `tauri::command` writes for an async command with a borrowed state does this.
#![allow(clippy::let_underscore_must_use)]

use serde_json::Value;
use tauri::State;
use zonewright_api::Problem;

use crate::worker::Worker;

/// Carries one message to the core and its reply back to the page.
///
/// # Errors
/// Whatever the command answers as a [`Problem`]; a panic inside it arrives as kind *broken*.
#[tauri::command]
pub(crate) async fn rpc(
    worker: State<'_, Worker>,
    command: String,
    input: Value,
) -> Result<Value, Problem> {
    worker.ask(command, input).await
}
