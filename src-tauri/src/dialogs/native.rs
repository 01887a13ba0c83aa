//! Dialogs that a person sees.

use std::path::PathBuf;
use std::sync::mpsc;

use rfd::AsyncFileDialog;
use tauri::{AppHandle, Manager, async_runtime};
use zonewright_api::PickRequest;

use super::with_ending;

/// The dialogs of the system, on top of our window.
pub(crate) struct Dialogs {
    app: AppHandle,
}

impl Dialogs {
    /// Dialogs that belong to this program's window.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self { app }
    }

    /// Shows a dialog and waits until the person has chosen or cancelled. The window keeps painting meanwhile.
    pub(crate) fn pick(&self, request: &PickRequest) -> Option<PathBuf> {
        let (sender, receiver) = mpsc::channel();
        let app = self.app.clone();
        let asked = request.clone();
        // Systems want dialogs to be opened from the thread that owns the window.
        let opened = self.app.run_on_main_thread(move || {
            let dialog = describe(&app, &asked);
            let choice: Choice = if asked.purpose.is_save() {
                Box::pin(dialog.save_file())
            } else {
                Box::pin(dialog.pick_file())
            };
            // Nobody listens any more only when the program is ending.
            drop(sender.send(choice));
        });
        opened.ok()?;
        let choice = async_runtime::block_on(receiver.recv().ok()?)?;
        Some(with_ending(choice.path().to_path_buf(), request.purpose))
    }
}

/// An open dialog.
type Choice = std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>>;

fn describe(app: &AppHandle, request: &PickRequest) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_title(request.purpose.title());
    if !request.purpose.endings().is_empty() {
        dialog = dialog.add_filter("Files that fit", request.purpose.endings());
    }
    if !request.suggested.is_empty() {
        dialog = dialog.set_file_name(&request.suggested);
    }
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}
