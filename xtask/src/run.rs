//! `cargo xtask run`: from a fresh clone to the open window, or to a signed report when there is no display.

use crate::{demo, place, shell, system, web};

/// Builds and opens the program.
pub(crate) fn run() -> Result<(), String> {
    if !has_display() {
        println!(
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open."
        );
        println!(
            "Doing the whole job on the command line instead: sample site, posture, report, signature, check.\n"
        );
        system::ensure(&[system::CORE])?;
        return demo::demo();
    }
    system::ensure(&[system::CORE, system::WINDOW])?;
    crate::tools::require(&["npm"])?;
    web::install()?;
    web::build()?;
    shell::show(shell::cargo(&["build", "--package", "zonewright"]))?;
    println!("Opening the window. “Open the sample site” shows a finished assessment.");
    shell::show(shell::command(place::built("debug", "zonewright"), &[]))
}

fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
