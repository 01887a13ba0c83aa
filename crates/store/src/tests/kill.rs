//! The program is killed at any moment, hundreds of times: whatever it had acknowledged is there, and the file is whole.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use super::*;

const CHILD: &str = "ZONEWRIGHT_KILL_CHILD";
const NAME: &str = "tests::kill::whatever_was_acknowledged_before_a_kill_is_in_the_file";
const KILLS: u32 = 220;
const KILLS_PER_FILE: u32 = 20;

#[test]
fn whatever_was_acknowledged_before_a_kill_is_in_the_file() {
    if let Some(path) = std::env::var_os(CHILD) {
        write_until_killed(Path::new(&path));
    }
    let mut chance = Chance(0x5EED);
    let (mut acknowledged, mut interrupted) = (0, 0);
    for _ in 0..KILLS / KILLS_PER_FILE {
        let scratch = Scratch::furnished();
        let journal = scratch.folder.path().join("plant.zwsite-journal");
        for _ in 0..KILLS_PER_FILE {
            let promises = run_and_kill(&scratch.path, &mut chance);
            acknowledged += promises.len();
            interrupted +=
                usize::from(std::fs::metadata(&journal).is_ok_and(|journal| journal.len() > 0));
            let file = scratch.open();
            for (sequence, hash) in promises {
                let kept = file.find_operation(sequence).unwrap();
                assert_eq!(
                    kept.map(|operation| operation.hash),
                    Some(hash),
                    "operation {sequence}"
                );
            }
            assert_eq!(file.check().unwrap(), []);
            drop(file);
            assert_eq!(scratch.files(), ["plant.zwsite"]);
        }
    }
    assert!(
        acknowledged > 200,
        "the child hardly worked: {acknowledged}"
    );
    assert!(
        interrupted > 10,
        "the kills hardly ever met a transaction: {interrupted}"
    );
}

/// Answers, imports and undoes without end; says what is saved only after it is.
fn write_until_killed(path: &Path) -> ! {
    let mut file = SiteFile::open(path, WRITE).unwrap();
    let mut out = std::io::stdout();
    let start = file.head().unwrap().operations;
    for n in start.. {
        let committed = match n % 5 {
            3 => {
                let assets: Vec<Asset> = (0..200)
                    .map(|i| asset(&format!("a{n}-{i}"), Some("plant")))
                    .collect();
                act(&mut file, "Import", |tx| tx.put_assets(&assets)).unwrap()
            }
            4 => file.undo("Child", AT).unwrap().1,
            _ => {
                let note = format!("note {n}");
                let noted = Answer {
                    note,
                    ..answer(&format!("SR {}", n % 50), unit("plant"))
                };
                act(&mut file, "Answer", |tx| tx.put_answer(&noted)).unwrap()
            }
        };
        writeln!(out, "saved {} {}", committed.sequence, committed.hash).unwrap();
        out.flush().unwrap();
    }
    unreachable!("the numbers do not end")
}

/// Starts a child, lets it save a few times and a moment more, kills it, and returns everything it promised.
fn run_and_kill(path: &Path, chance: &mut Chance) -> Vec<(u64, String)> {
    let mut child = start(path);
    let (lines, heard) = mpsc::channel();
    let output = BufReader::new(child.stdout.take().unwrap());
    let reader = std::thread::spawn(move || {
        for promise in output
            .lines()
            .map_while(Result::ok)
            .filter_map(|line| parse(&line))
        {
            lines.send(promise).unwrap();
        }
    });
    let mut promises: Vec<(u64, String)> = heard.iter().take(chance.below(8) as usize).collect();
    let moment = Instant::now() + Duration::from_micros(u64::from(chance.below(12_000)));
    while Instant::now() < moment {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    promises.extend(heard.try_iter());
    promises
}

fn start(path: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", NAME, "--nocapture"])
        .env(CHILD, path);
    command
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// A whole line `saved <sequence> <hash>`; the harness may print before it on the same line.
fn parse(line: &str) -> Option<(u64, String)> {
    let (_, promise) = line.split_once("saved ")?;
    let (sequence, hash) = promise.split_once(' ')?;
    (hash.len() == 64).then_some(())?;
    Some((sequence.parse().ok()?, hash.to_owned()))
}

/// Numbers that look random and are the same in every run.
struct Chance(u32);

impl Chance {
    fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end
    }
}
