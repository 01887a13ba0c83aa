//! `cargo xtask test`: installs what the tests need and runs all of them. A missing tool is a failure, never a skip.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{self, Counts};
use crate::steps::Steps;
use crate::{codegen, place, system, tools, web};

/// Runs every test.
pub(crate) fn test() -> Result<(), String> {
    let mut steps = Steps::default();
    steps.need("system packages", || {
        system::ensure(&[system::CORE, system::WINDOW, system::TESTS])
    })?;
    steps.need("programs on the path", || {
        tools::require(&[
            "npm",
            "xvfb-run",
            "WebKitWebDriver",
            "pdfsig",
            "qpdf",
            "mutool",
        ])
    })?;
    let pyhanko = steps.need("pyHanko", tools::pyhanko)?;
    let driver = steps.need("tauri-driver", tools::tauri_driver)?;
    steps.need("front end packages", web::install)?;
    steps.attempt("front end types", || {
        shell::show(web::npm(&["run", "check"]))
    });
    steps.tests("front end tests", || shell::count(web::npm(&["test"])));
    steps.need("front end pages", web::build)?;
    steps.attempt("generated types are current", codegen::compare);
    let window = steps.need("the window, with dialogs a test can answer", build_window)?;
    steps.tests("Rust tests, the window, independent judges", || {
        rust_tests(&Given {
            pyhanko: &pyhanko,
            driver: &driver,
            window: &window,
        })
    });
    println!("\nScreenshots: {}", screenshots().display());
    steps.finish()
}

/// What the tests are told by their environment.
struct Given<'a> {
    pyhanko: &'a Path,
    driver: &'a Path,
    window: &'a Path,
}

/// Builds the program whose dialogs answer from a list and sets it aside, because the tests build the real one over it.
fn build_window() -> Result<PathBuf, String> {
    shell::show(shell::cargo(&[
        "build",
        "--workspace",
        "--features",
        "zonewright/test-dialogs",
    ]))?;
    let folder = place::target().join("desktop");
    let kept = folder.join(format!("zonewright{}", std::env::consts::EXE_SUFFIX));
    std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::copy(place::built("debug", "zonewright"), &kept))
        .map_err(|error| format!("{} cannot be written: {error}", kept.display()))?;
    Ok(kept)
}

fn rust_tests(given: &Given<'_>) -> Result<Counts, String> {
    let mut command = on_display();
    command
        .arg(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["test", "--workspace", "--no-fail-fast"])
        .env("ZONEWRIGHT_PYHANKO", given.pyhanko)
        .env("ZONEWRIGHT_TAURI_DRIVER", given.driver)
        .env("ZONEWRIGHT_WINDOW", given.window)
        .env("ZONEWRIGHT_SCREENSHOTS", screenshots())
        // From the package wbritish.
        .env("ZONEWRIGHT_DICTIONARY", "/usr/share/dict/british-english");
    shell::count(command)
}

fn screenshots() -> PathBuf {
    place::target().join("screenshots")
}

/// A command that runs the rest of its arguments on a display of their own.
fn on_display() -> Command {
    shell::command(
        "xvfb-run",
        &["--auto-servernum", "--server-args=-screen 0 1920x1080x24"],
    )
}
