//! Leaving without losing a keystroke: the page first sends what is still in a field, then the site is closed, then the
//! window goes. A page that no longer answers cannot hold the program back.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime, Window};

use crate::worker::Worker;

/// How long the page may take to send what is still in a field.
const PAGE_PATIENCE: Duration = Duration::from_secs(3);
/// How long a running import or report may hold up the end; stopping one loses nothing, its transaction is undone.
const WORK_PATIENCE: Duration = Duration::from_secs(10);

/// Taking the focus away makes a field send its text. The short wait lets that message start before the farewell.
const FAREWELL: &str = "document.activeElement?.blur?.(); setTimeout(() => window.__TAURI_INTERNALS__.invoke('leave'), 60);";

/// Whether the end has begun; it begins once.
#[derive(Default)]
pub(crate) struct Leaving(AtomicBool);

/// Asks the page to say farewell; leaves anyway when it does not.
pub(crate) fn begin<R: Runtime>(window: &Window<R>) {
    let app = window.app_handle().clone();
    let asked = app
        .get_webview_window(window.label())
        .is_some_and(|page| page.eval(FAREWELL).is_ok());
    let patience = if asked { PAGE_PATIENCE } else { Duration::ZERO };
    std::thread::spawn(move || {
        std::thread::sleep(patience);
        finish(&app);
    });
}

/// The page has sent everything: close the site and end the program.
#[tauri::command]
pub(crate) fn leave(app: AppHandle) {
    std::thread::spawn(move || finish(&app));
}

fn finish<R: Runtime>(app: &AppHandle<R>) {
    if !app.state::<Leaving>().0.swap(true, Ordering::SeqCst) {
        app.state::<Worker>().close_site(WORK_PATIENCE);
        app.exit(0);
    }
}
