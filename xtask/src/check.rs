//! `cargo xtask check`: everything that can be said without running the product.

use crate::shell;
use crate::steps::Steps;
use crate::{codegen, system, web};

/// Formatting, lints, types, generated files and layers.
pub(crate) fn check() -> Result<(), String> {
    let mut steps = Steps::default();
    steps.need("system packages", || {
        system::ensure(&[system::CORE, system::WINDOW])
    })?;
    steps.need("front end packages", web::install)?;
    steps.need("front end pages", web::build)?;
    steps.attempt("formatting", || {
        shell::show(shell::cargo(&["fmt", "--all", "--check"]))
    });
    steps.attempt("lints", || lints(&[]));
    steps.attempt("lints of the test build", || {
        lints(&["--features", "zonewright/test-dialogs"])
    });
    steps.attempt("front end types", || {
        shell::show(web::npm(&["run", "check"]))
    });
    steps.attempt("generated types are current", codegen::compare);
    steps.tests("layers", || {
        shell::count(shell::cargo(&[
            "test",
            "--package",
            "zonewright-tests",
            "--test",
            "layers",
        ]))
    });
    steps.finish()
}

fn lints(features: &[&str]) -> Result<(), String> {
    let mut command = shell::cargo(&["clippy", "--workspace", "--all-targets"]);
    command.args(features).args(["--", "--deny", "warnings"]);
    shell::show(command)
}
