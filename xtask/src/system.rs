//! System packages: on Debian and its relatives missing ones are installed, elsewhere the person is told which they are.

use crate::shell;

/// What compiling the core needs: OpenSSL inside the site file's engine is built from source.
pub(crate) const CORE: &[&str] = &["build-essential", "pkg-config", "perl"];

/// What the window needs to be built and to run.
pub(crate) const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "libgtk-3-dev", "librsvg2-dev"];

/// What the tests need beside that: a display, a driver for the window, judges of the PDF, a word list.
pub(crate) const TESTS: &[&str] = &[
    "xvfb",
    "xauth",
    "webkit2gtk-driver",
    "poppler-utils",
    "qpdf",
    "mupdf-tools",
    "python3-venv",
    "wbritish",
];

/// Sees to it that these packages are there.
pub(crate) fn ensure(groups: &[&[&str]]) -> Result<(), String> {
    let wanted: Vec<&str> = groups.concat();
    if !cfg!(target_os = "linux") {
        println!(
            "This is not Linux: nothing to install. The system's own web view and compiler are used."
        );
        return Ok(());
    }
    if !(shell::is_installed("apt-get") && shell::is_installed("dpkg-query")) {
        return Err(format!(
            "This system has no apt. Please install what corresponds to these Debian packages, then run again:\n  {}",
            wanted.join(" ")
        ));
    }
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|package| !is_package_there(package))
        .collect();
    if missing.is_empty() {
        println!("All system packages are there.");
        return Ok(());
    }
    println!("Installing: {}", missing.join(" "));
    install(&missing)
}

fn is_package_there(package: &str) -> bool {
    shell::read(shell::command(
        "dpkg-query",
        &["--show", "--showformat=${db:Status-Status}", package],
    ))
    .is_ok_and(|status| status == "installed")
}

fn install(packages: &[&str]) -> Result<(), String> {
    let prefix = privileges(packages)?;
    // An old list of packages asks for versions that are gone.
    shell::show(apt(prefix, &["update", "--quiet"]))?;
    let mut args = vec!["install", "--yes", "--no-install-recommends"];
    args.extend(packages);
    shell::show(apt(prefix, &args))
}

/// `sudo` when it is needed and there, nothing when we are root.
fn privileges(packages: &[&str]) -> Result<Option<&'static str>, String> {
    if shell::read(shell::command("id", &["-u"])).is_ok_and(|id| id.trim() == "0") {
        return Ok(None);
    }
    if shell::is_installed("sudo") {
        println!("sudo may ask for your password.");
        return Ok(Some("sudo"));
    }
    Err(format!(
        "Only root can install packages. Please run as root, then try again:\n  apt-get install {}",
        packages.join(" ")
    ))
}

fn apt(prefix: Option<&str>, args: &[&str]) -> std::process::Command {
    let mut command = match prefix {
        Some(sudo) => shell::command(sudo, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]),
        None => shell::command("apt-get", &[]),
    };
    command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
