//! Where the repository, its sources and the things named by the environment lie.

use std::path::{Path, PathBuf};

/// The repository.
///
/// # Panics
/// Never in a checkout: this crate lies one folder below the root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tests lie inside the repository")
        .to_path_buf()
}

/// A path that `cargo xtask test` hands over in the environment.
///
/// # Panics
/// When the variable is missing: a test that silently did nothing would be worse than one that fails.
pub fn given(variable: &str) -> PathBuf {
    let value = std::env::var_os(variable);
    PathBuf::from(value.unwrap_or_else(|| panic!("{variable} is not set; run this test through `cargo xtask test`, which installs what it needs and says where it is")))
}

/// Every file below a folder of the repository that a filter wants, by path relative to the root. Hidden folders,
/// dependencies and build results are left out.
///
/// # Panics
/// When a folder cannot be read.
pub fn files(folder: &str, wanted: impl Fn(&str) -> bool) -> Vec<String> {
    let root = root();
    let mut found = Vec::new();
    let mut left = vec![root.join(folder)];
    while let Some(next) = left.pop() {
        if !next.exists() {
            continue;
        }
        for entry in std::fs::read_dir(&next)
            .expect("a folder of the repository can be read")
            .flatten()
        {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !(name.starts_with('.')
                    || matches!(name.as_str(), "node_modules" | "target" | "dist" | "gen"))
                {
                    left.push(path);
                }
            } else {
                let relative = path
                    .strip_prefix(&root)
                    .expect("found below the root")
                    .to_string_lossy()
                    .replace('\\', "/");
                if wanted(&relative) {
                    found.push(relative);
                }
            }
        }
    }
    found.sort();
    found
}

/// The text of a file, named relative to the root.
///
/// # Panics
/// When it cannot be read.
pub fn read(relative: &str) -> String {
    std::fs::read_to_string(root().join(relative))
        .unwrap_or_else(|error| panic!("{relative}: {error}"))
}
