//! What the sources may and may not say.

use zonewright_tests::place::{files, read, root};

/// Longest file that still has one purpose.
const LONGEST: usize = 400;

fn is_test(path: &str) -> bool {
    path.starts_with("tests/")
        || path.contains("/tests/")
        || path.ends_with("/tests.rs")
        || path.contains("/test/")
        || path.ends_with(".test.ts")
        || path.contains("/dev/")
}

fn is_generated(path: &str) -> bool {
    path.contains("/generated/")
}

/// True when the module above declares this file for tests only.
fn is_test_module(path: &str) -> bool {
    let Some((folder, name)) = path.trim_end_matches(".rs").rsplit_once('/') else {
        return false;
    };
    let declaration = format!("#[cfg(test)]\nmod {name};");
    [
        format!("{folder}/lib.rs"),
        format!("{folder}/main.rs"),
        format!("{folder}.rs"),
    ]
    .iter()
    .any(|above| root().join(above).is_file() && read(above).contains(&declaration))
}

/// Rust sources of the product without tests and examples.
fn rust() -> Vec<String> {
    let mut found = files("crates", |path| {
        path.ends_with(".rs") && path.contains("/src/") && !is_test(path) && !is_test_module(path)
    });
    found.extend(files("src-tauri", |path| path.ends_with(".rs")));
    found
}

/// The lines of a Rust file that are code of the product: no comments, nothing from the first test module on.
fn code(path: &str) -> Vec<(usize, String)> {
    let text = read(path);
    let shipped = text
        .lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"));
    shipped
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(index, line)| (index + 1, line.to_owned()))
        .collect()
}

/// Places where the code of some files says one of these words.
fn places(paths: &[String], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        for (line, text) in code(path) {
            if words.iter().any(|word| text.contains(word)) {
                found.push(format!("{path}:{line}: {}", text.trim()));
            }
        }
    }
    found
}

#[test]
fn only_hosts_read_the_clock_or_make_an_id() {
    let hosts = ["src-tauri/", "crates/cli/"];
    let core: Vec<String> = rust()
        .into_iter()
        .filter(|path| !hosts.iter().any(|host| path.starts_with(host)))
        .collect();
    assert!(core.len() > 20, "the sources were not found");
    let found = places(
        &core,
        &[
            "Utc::now",
            "Local::now",
            "SystemTime::now",
            "getrandom::",
            "thread_rng",
            "Uuid::new",
        ],
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_source_of_the_product_names_a_socket() {
    let found = places(
        &rust(),
        &[
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "UnixStream",
            "ToSocketAddrs",
        ],
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_shipped_code_unwraps() {
    let found = places(&rust(), &[".unwrap()", ".unwrap_unchecked("]);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn only_one_file_of_the_front_end_talks_to_the_window() {
    let sources = files("ui/src", |path| {
        [".ts", ".svelte", ".js"]
            .iter()
            .any(|ending| path.ends_with(ending))
    });
    let found: Vec<&String> = sources
        .iter()
        .filter(|path| !is_test(path) && read(path).contains("@tauri-apps/"))
        .collect();
    assert_eq!(found.len(), 1, "{found:?}");
}

#[test]
fn features_of_the_front_end_do_not_import_each_other_and_components_import_none() {
    let mut found = Vec::new();
    for path in files("ui/src", |path| {
        (path.ends_with(".ts") || path.ends_with(".svelte")) && !is_test(path)
    }) {
        let Some(own) = owner(&path) else { continue };
        for line in read(&path)
            .lines()
            .filter(|line| line.trim_start().starts_with("import") || line.contains(" from "))
        {
            let Some(target) = imported(line).and_then(|import| resolve(&path, import)) else {
                continue;
            };
            if let Some(other) = owner(&target)
                .filter(|other| *other != own && other.starts_with("ui/src/features/"))
            {
                found.push(format!("{path} imports {other}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The feature or the components folder that a file belongs to.
fn owner(path: &str) -> Option<String> {
    if path.starts_with("ui/src/components/") {
        return Some("ui/src/components/".to_owned());
    }
    let feature = path.strip_prefix("ui/src/features/")?.split_once('/')?.0;
    Some(format!("ui/src/features/{feature}/"))
}

/// What stands between the quotes of an import.
fn imported(line: &str) -> Option<&str> {
    let after = line.rsplit_once("from ").map_or(line, |(_, after)| after);
    let quote = after.find(['"', '\''])?;
    let rest = &after[quote + 1..];
    Some(&rest[..rest.find(['"', '\''])?])
}

/// A relative import as a path from the root.
fn resolve(from: &str, import: &str) -> Option<String> {
    if let Some(inside) = import
        .strip_prefix("$lib/")
        .or_else(|| import.strip_prefix("~/"))
        .or_else(|| import.strip_prefix("@/"))
    {
        return Some(format!("ui/src/{inside}"));
    }
    if !import.starts_with('.') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[test]
fn no_file_has_grown_past_one_purpose() {
    let endings = [".rs", ".ts", ".svelte", ".css", ".sql", ".py"];
    let mut paths = Vec::new();
    for folder in ["crates", "src-tauri", "ui", "xtask", "fixtures"] {
        paths.extend(files(folder, |path| {
            endings.iter().any(|ending| path.ends_with(ending))
                && !is_test(path)
                && !is_generated(path)
        }));
    }
    let long: Vec<String> = paths
        .iter()
        .map(|path| (path, read(path).lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_page_may_call_two_commands_and_reach_no_host() {
    let conf: serde_json::Value = serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap();
    let policy = &conf["app"]["security"]["csp"];
    assert_eq!(policy["default-src"], "'self'");
    assert_eq!(policy["script-src"], "'self'");
    // ipc.localhost is how a page reaches its own program on Windows; it never leaves the machine.
    assert_eq!(policy["connect-src"], "ipc: http://ipc.localhost");
    let other_hosts = policy
        .as_object()
        .unwrap()
        .iter()
        .filter(|(name, _)| *name != "connect-src");
    for (name, sources) in other_hosts {
        let sources = sources.as_str().unwrap();
        assert!(
            !sources.contains("//") && !sources.contains('*') && !sources.contains("unsafe-eval"),
            "{name}: {sources}"
        );
    }
    let capability: serde_json::Value =
        serde_json::from_str(&read("src-tauri/capabilities/window.json")).unwrap();
    assert_eq!(
        capability["permissions"],
        serde_json::json!(["allow-rpc", "allow-leave"])
    );
    assert_eq!(files("src-tauri/capabilities", |_| true).len(), 1);
}

#[test]
fn answering_a_dialog_is_a_feature_that_is_off_unless_asked_for() {
    let manifest = read("src-tauri/Cargo.toml");
    assert!(manifest.contains("test-dialogs = []"));
    assert!(
        !manifest.contains("default ="),
        "a default feature could switch it on"
    );
    for path in files("src-tauri", |path| {
        path.ends_with(".rs") && !path.ends_with("dialogs/listed.rs")
    }) {
        let text = read(&path);
        let lines: Vec<&str> = text.lines().collect();
        for (index, line) in lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.contains("ZONEWRIGHT_TEST"))
        {
            let guarded = lines[..index]
                .iter()
                .rev()
                .take(3)
                .any(|before| before.contains(r#"cfg(feature = "test-dialogs")"#));
            assert!(
                guarded,
                "{path}:{} is not behind the feature: {line}",
                index + 1
            );
        }
    }
}
