//! Drives that are full or write-protected, with real ones: small drives in memory that nobody else sees, for which
//! the test starts itself again in a namespace of its own. The store's tests cover the same inside one process.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use zonewright_tests::tool::ask;

use super::terminal::{Terminal, fixture};

/// Set in the process that may mount.
const INSIDE: &str = "ZONEWRIGHT_MOUNTS";
/// Bytes of one page of memory, in which such a drive counts.
const PAGE: usize = 4096;

/// Runs `work` where drives can be mounted. A system that allows this to nobody fails the test; it is never skipped.
fn with_drives(test: &str, work: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        return work();
    }
    let mut said = String::new();
    // As the super-user the first is enough and the second may be closed; as anybody else it is the other way round.
    for namespaces in [&["--mount"][..], &["--user", "--map-root-user", "--mount"]] {
        let output = Command::new("unshare")
            .args(namespaces)
            .arg("--")
            .arg(std::env::current_exe().unwrap())
            .args([
                "--exact",
                &format!("bad_input::drives::{test}"),
                "--nocapture",
            ])
            .env(INSIDE, "1")
            .output()
            .unwrap();
        let text = [output.stdout, output.stderr]
            .map(|part| String::from_utf8_lossy(&part).into_owned())
            .concat();
        if output.status.success() && text.contains("1 passed") {
            return;
        }
        assert!(!text.contains("running 1 test"), "{text}");
        said.push_str(&text);
    }
    panic!("this system lets nobody mount a drive in a namespace, which the test needs: {said}");
}

/// Mounts a drive of so many pages at a new folder of the terminal.
fn mount(terminal: &Terminal, pages: usize) {
    let drive = terminal.path("drive");
    std::fs::create_dir_all(&drive).unwrap();
    let size = format!("size={}", pages * PAGE);
    let said = ask(
        "mount",
        [
            "-t",
            "tmpfs",
            "-o",
            &size,
            "tmpfs",
            &drive.to_string_lossy(),
        ],
    );
    assert!(said.accepted, "{}", said.text);
}

fn umount(terminal: &Terminal) {
    assert!(ask("umount", [terminal.path("drive")]).accepted);
}

/// A folder with what the commands need, and the sample site and its report to be put on the drive.
fn terminal() -> Terminal {
    let terminal = Terminal::with_sample();
    terminal.accepted("report s.zwsite r.pdf");
    terminal.put("pass", "zonewright-test\n");
    let note = "n".repeat(90_000);
    let answer = format!(
        "> answer_question {{\"pack\": \"iec62443-3-3-2013\", \"requirement\": \"SR 1.1\", \"scope\": \"site\", \"note\": \"{note}\"}}\n"
    );
    terminal.put("answer.flow", answer);
    let rows: String = (0..600)
        .map(|n| format!("Pump {n};PLC;Hall {n};Rack {n}\n"))
        .collect();
    terminal.put("list.csv", format!("Name;Type;Location;Rack\n{rows}"));
    terminal
}

/// What a person does to the files on the drive; the last one signs.
fn commands() -> [String; 6] {
    let key = fixture("keys/p256.p12");
    [
        "apply drive/s.zwsite answer.flow".to_owned(),
        "import drive/s.zwsite list.csv".to_owned(),
        "report drive/s.zwsite drive/new.pdf".to_owned(),
        "copy drive/s.zwsite drive/copy.zwsite".to_owned(),
        "new drive/n.zwsite".to_owned(),
        format!(
            "sign drive/r.pdf --role assessor --p12 {} --passphrase-file pass",
            key.display()
        ),
    ]
}

/// The files of the drive and their content.
fn content(drive: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(drive).unwrap().flatten();
    let mut files: Vec<_> = entries
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .collect();
    files.sort();
    files
}

/// Pages that a filler takes away from a drive; removing it makes room for everything that the commands do.
const FILLER: usize = 1000;

/// Fills a new drive up to so many free pages, with site and report on it.
fn filled(terminal: &Terminal, free: usize) {
    let pages = |name: &str| terminal.bytes(name).len().div_ceil(PAGE);
    let (site, report) = (pages("s.zwsite"), pages("r.pdf"));
    mount(terminal, site + report + FILLER + free);
    for name in ["s.zwsite", "r.pdf"] {
        std::fs::copy(terminal.path(name), terminal.path("drive").join(name)).unwrap();
    }
    let filler = vec![0; FILLER * PAGE];
    std::fs::write(terminal.path("drive/filler"), filler).unwrap();
}

#[test]
fn a_full_drive_loses_the_change_alone_whatever_was_going_on() {
    with_drives(
        "a_full_drive_loses_the_change_alone_whatever_was_going_on",
        || {
            let terminal = terminal();
            let head = terminal.head("s.zwsite");
            let mut told = Vec::new();
            for free in [0, 2, 9, 30, 60] {
                for command in commands() {
                    filled(&terminal, free);
                    let drive = terminal.path("drive");
                    let before = content(&drive);
                    let output = terminal.run(&format!("--json {command}"));
                    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
                    if output.status.success() {
                        assert!(free > 0, "{command} was done on a full drive: {said}");
                    } else {
                        assert_eq!(output.status.code(), Some(1), "{command}: {said}");
                        let unchanged = content(&drive) == before;
                        assert!(
                            unchanged,
                            "{command} with {free} pages left its traces on a full drive"
                        );
                        assert_eq!(terminal.head("drive/s.zwsite"), head);
                        let refusal = terminal.refused(&command);
                        assert!(
                            refusal.message.contains("full"),
                            "{command}: {}",
                            refusal.message
                        );
                        told.push((
                            command.split(' ').next().unwrap().to_owned(),
                            free,
                            refusal.message,
                        ));
                    }
                    umount(&terminal);
                }
            }
            // Some met the end of the drive half-way: there was room to begin with.
            for (command, way) in [
                ("apply", "Could not save"),
                ("import", "Could not save"),
                ("report", "cannot be written"),
            ] {
                let half_way = |(name, free, message): &(String, usize, String)| {
                    name == command && *free > 0 && message.contains(way)
                };
                assert!(
                    told.iter().any(half_way),
                    "{command} never met the end half-way: {told:#?}"
                );
            }
        },
    );
}

#[test]
fn what_was_refused_for_want_of_room_works_once_there_is_some() {
    with_drives(
        "what_was_refused_for_want_of_room_works_once_there_is_some",
        || {
            let terminal = terminal();
            filled(&terminal, 9);
            let refusal = terminal.refused_as("apply drive/s.zwsite answer.flow", "disk.full");
            assert!(
                refusal
                    .message
                    .contains("Everything saved before is intact"),
                "{}",
                refusal.message
            );
            std::fs::remove_file(terminal.path("drive/filler")).unwrap();
            for command in commands() {
                terminal.accepted(&command);
            }
            terminal.head("drive/s.zwsite");
        },
    );
}

#[test]
fn on_a_write_protected_drive_a_site_can_be_read_and_nothing_else() {
    with_drives(
        "on_a_write_protected_drive_a_site_can_be_read_and_nothing_else",
        || {
            let terminal = terminal();
            filled(&terminal, 100);
            let closed = ask(
                "mount",
                [
                    "-o",
                    "remount,bind,ro",
                    &terminal.path("drive").to_string_lossy(),
                ],
            );
            assert!(closed.accepted, "{}", closed.text);
            let before = content(&terminal.path("drive"));
            assert_eq!(terminal.head("drive/s.zwsite"), terminal.head("s.zwsite"));
            terminal.accepted("posture drive/s.zwsite");
            terminal.accepted("import drive/s.zwsite list.csv --dry-run");
            terminal.accepted("report drive/s.zwsite elsewhere.pdf");
            for command in commands() {
                let refusal = terminal.refused(&command);
                assert!(
                    refusal.message.contains("write-protected"),
                    "{command}: {}",
                    refusal.message
                );
            }
            assert!(content(&terminal.path("drive")) == before);
        },
    );
}

#[test]
fn a_sample_site_that_does_not_fit_leaves_nothing_behind() {
    with_drives(
        "a_sample_site_that_does_not_fit_leaves_nothing_behind",
        || {
            let terminal = terminal();
            filled(&terminal, 60);
            let before = content(&terminal.path("drive"));
            let refusal = terminal.refused_as("sample drive/second.zwsite", "disk.full");
            assert!(
                refusal
                    .message
                    .starts_with("The sample site was not made. "),
                "{}",
                refusal.message
            );
            assert!(content(&terminal.path("drive")) == before);
        },
    );
}
