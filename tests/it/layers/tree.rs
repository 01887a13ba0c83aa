//! Who may depend on whom.

use std::collections::BTreeSet;
use std::ffi::OsString;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};
use zonewright_tests::place;
use zonewright_tests::tool::ask;

/// The crates that own one outside concern each.
const EDGES: [&str; 5] = [
    "zonewright-catalog",
    "zonewright-store",
    "zonewright-import",
    "zonewright-report",
    "zonewright-sign",
];

/// Crates that a single member may name, with that member.
const OWNED: [(&str, &[&str]); 7] = [
    ("zonewright-store", &["rusqlite", "libsqlite3-sys"]),
    (
        "zonewright-import",
        &[
            "calamine",
            "rust_xlsxwriter",
            "csv",
            "encoding_rs",
            "chardetng",
        ],
    ),
    ("zonewright-report", &["printpdf", "parley", "subsetter"]),
    (
        "zonewright-sign",
        &["cms", "ring", "rcgen", "p12-keystore", "x509-cert", "der"],
    ),
    ("zonewright-catalog", &["toml"]),
    ("zonewright-cli", &["clap"]),
    ("zonewright", &["tauri", "tauri-build", "rfd", "wry", "tao"]),
];

/// Crates whose purpose is a socket or a name look-up.
const SOCKETS: [&str; 20] = [
    "tokio",
    "hyper",
    "reqwest",
    "ureq",
    "socket2",
    "mio",
    "curl",
    "async-std",
    "async-io",
    "smol",
    "quinn",
    "rustls",
    "native-tls",
    "isahc",
    "surf",
    "tungstenite",
    "trust-dns-resolver",
    "hickory-resolver",
    "attohttpc",
    "minreq",
];

fn metadata() -> Metadata {
    MetadataCommand::new()
        .manifest_path(place::root().join("Cargo.toml"))
        .exec()
        .unwrap()
}

/// The members that make up the product; the tests and the developer commands look at it from outside.
fn product(metadata: &Metadata) -> Vec<&Package> {
    let outside = ["zonewright-tests", "xtask"];
    metadata
        .workspace_packages()
        .into_iter()
        .filter(|package| !outside.contains(&package.name.as_str()))
        .collect()
}

/// What a package names in its manifest, without what only its tests use.
fn named(package: &Package) -> BTreeSet<&str> {
    let shipped = package
        .dependencies
        .iter()
        .filter(|dependency| dependency.kind != DependencyKind::Development);
    shipped.map(|dependency| dependency.name.as_str()).collect()
}

/// The systems that the product is made for.
const SYSTEMS: [&str; 3] = [
    "x86_64-unknown-linux-gnu",
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
];

/// Every package in the tree below one on a system, without what only tests and build steps use. `cargo tree` is asked
/// because it looks at this package alone; the metadata of the workspace adds the features that others switch on.
fn tree(name: &str, system: &str) -> BTreeSet<String> {
    let mut args = vec![
        "tree",
        "--package",
        name,
        "--edges",
        "normal",
        "--target",
        system,
    ];
    args.extend(["--prefix", "none", "--format", "{p}", "--manifest-path"]);
    let manifest = place::root().join("Cargo.toml");
    let said = ask(
        env!("CARGO"),
        args.into_iter()
            .map(OsString::from)
            .chain([manifest.into()]),
    );
    assert!(said.accepted, "{}", said.text);
    said.text
        .lines()
        .filter_map(|line| line.split(' ').next().map(str::to_owned))
        .collect()
}

#[test]
fn the_domain_depends_on_nothing() {
    let metadata = metadata();
    let domain = product(&metadata)
        .into_iter()
        .find(|package| package.name.as_str() == "zonewright-domain")
        .unwrap();
    assert_eq!(named(domain), BTreeSet::new());
}

#[test]
fn edge_crates_know_the_domain_and_never_each_other() {
    let metadata = metadata();
    for edge in EDGES {
        let package = product(&metadata)
            .into_iter()
            .find(|package| package.name.as_str() == edge)
            .unwrap();
        let ours: BTreeSet<&str> = named(package)
            .into_iter()
            .filter(|name| name.starts_with("zonewright"))
            .collect();
        assert!(
            ours.is_subset(&BTreeSet::from(["zonewright-domain"])),
            "{edge} names {ours:?}"
        );
    }
}

#[test]
fn each_outside_concern_has_one_owner() {
    let metadata = metadata();
    for (owner, owned) in OWNED {
        for package in product(&metadata)
            .into_iter()
            .filter(|package| package.name.as_str() != owner)
        {
            let taken: Vec<&str> = named(package)
                .into_iter()
                .filter(|name| owned.contains(name))
                .collect();
            assert!(
                taken.is_empty(),
                "{} names {taken:?}, which belong to {owner}",
                package.name
            );
        }
    }
}

#[test]
fn hosts_reach_the_edges_only_through_the_api() {
    let metadata = metadata();
    // The reader of spreadsheets runs inside the host's own binary, so hosts start it in their first line.
    let allowed = BTreeSet::from(["zonewright-api", "zonewright-import"]);
    for host in ["zonewright", "zonewright-cli"] {
        let package = product(&metadata)
            .into_iter()
            .find(|package| package.name.as_str() == host)
            .unwrap();
        let ours: BTreeSet<&str> = named(package)
            .into_iter()
            .filter(|name| name.starts_with("zonewright"))
            .collect();
        assert!(ours.is_subset(&allowed), "{host} names {ours:?}");
    }
}

#[test]
fn nothing_below_the_api_can_open_a_socket() {
    for system in SYSTEMS {
        let tree = tree("zonewright-api", system);
        let found: Vec<&str> = SOCKETS
            .into_iter()
            .filter(|name| tree.contains(*name))
            .collect();
        assert!(
            found.is_empty(),
            "{found:?} is in the tree of zonewright-api on {system}"
        );
        assert!(
            tree.contains("zonewright-domain"),
            "the tree was not walked"
        );
    }
}
