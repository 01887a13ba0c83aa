//! `cargo xtask bench`: builds the release and prints the table of measurements.

use crate::{place, shell, system, web};

/// Measures the release build.
pub(crate) fn bench() -> Result<(), String> {
    system::ensure(&[system::CORE, system::WINDOW, &["xvfb", "xauth"]])?;
    web::install()?;
    web::build()?;
    shell::show(shell::cargo(&[
        "build",
        "--release",
        "--package",
        "zonewright",
        "--package",
        "zonewright-tests",
    ]))?;
    let names: Vec<String> = std::env::args().skip(2).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut measure = shell::command(place::built("release", "bench"), &names);
    measure.env("ZONEWRIGHT_WINDOW", place::built("release", "zonewright"));
    shell::show(measure)
}
