//! The desktop host: one window, one message channel, native dialogs. No rules and no SQL live here.

// A second console window beside the program would puzzle people on Windows.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod closing;
mod dialogs;
mod host;
mod rpc;
mod worker;

use tauri::Manager;

fn main() {
    // The same binary reads spreadsheets as a child with tight limits; it must get there before anything else starts.
    zonewright_import::child::main_if_asked();
    let app = tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![rpc::rpc, closing::leave])
        .setup(|app| {
            let dialogs = dialogs::Dialogs::new(app.handle().clone());
            app.manage(worker::Worker::start(move || {
                host::DesktopHost::new(dialogs)
            }));
            app.manage(closing::Leaving::default());
            Ok(())
        })
        .on_window_event(|window, event| {
            if let tauri::WindowEvent::CloseRequested { api, .. } = event {
                api.prevent_close();
                closing::begin(window);
            }
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run(|_, _| {}),
        Err(error) => {
            eprintln!(
                "Zonewright could not open its window: {error}. No site was touched. {}",
                remedy()
            );
            std::process::exit(1);
        }
    }
}

/// What a person can do when no window opens; differs by system because the web view does.
fn remedy() -> &'static str {
    if cfg!(target_os = "linux") {
        "Check that a display is there and that libwebkit2gtk-4.1 is installed; zonewright-cli does the same work without a window."
    } else {
        "Check that the system's web view is installed; zonewright-cli does the same work without a window."
    }
}
