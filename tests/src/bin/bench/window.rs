//! From the start of the process to a painted window. The display keeps its picture in a file, so that the moment of
//! painting can be seen from outside, without a word in the product.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::table::{Table, median, ms};

/// A start screen with text on it has at least so many colours; an empty window has a few.
const PAINTED_COLOURS: usize = 24;
const PATIENCE: Duration = Duration::from_secs(30);
const REPEATS: usize = 5;

/// Ends its process when it is dropped, also when a measurement fails.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

pub(crate) fn measure(table: &mut Table) {
    let program = zonewright_tests::place::given("ZONEWRIGHT_WINDOW");
    let folder = tempfile::tempdir().expect("a scratch folder can be made");
    let mut starts = Vec::new();
    let mut memory = 0.0;
    for number in 0..REPEATS {
        let display = format!(":{}", 90 + number);
        let screen = folder.path().join(number.to_string());
        std::fs::create_dir(&screen).expect("a scratch folder can be written");
        let _display = start_display(&display, &screen);
        let (took, resident) = start_window(&program, &display, &screen, folder.path());
        starts.push(took);
        memory = resident;
    }
    table.at_most(
        "process start to window painted, median",
        median(starts) / 1000.0,
        1.0,
        "s",
    );
    table.tell(
        "  resident memory of our process",
        format!("{memory:.0} MiB"),
    );
}

fn start_display(display: &str, folder: &Path) -> Running {
    let child = Command::new("Xvfb")
        .args([
            display,
            "-screen",
            "0",
            "1400x1000x24",
            "-nolisten",
            "tcp",
            "-fbdir",
        ])
        .arg(folder)
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb is installed");
    let display_is_up = Instant::now();
    let socket = PathBuf::from(format!("/tmp/.X11-unix/X{}", &display[1..]));
    while !(socket.exists() && picture(folder).exists()) {
        assert!(
            display_is_up.elapsed() < PATIENCE,
            "Xvfb did not come up on {display}"
        );
        std::thread::yield_now();
    }
    Running(child)
}

/// Milliseconds until painted, and resident memory in MiB at that moment.
fn start_window(program: &Path, display: &str, screen: &Path, home: &Path) -> (f64, f64) {
    let start = Instant::now();
    let child = Command::new(program)
        .env("DISPLAY", display)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .env_remove("WAYLAND_DISPLAY")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the window's program was built");
    let running = Running(child);
    while !is_painted(&picture(screen)) {
        assert!(start.elapsed() < PATIENCE, "the window was not painted");
        // Looking costs time that the window needs on a small machine.
        std::thread::sleep(Duration::from_millis(5));
    }
    (ms(start.elapsed()), resident_mib(running.0.id()))
}

fn picture(folder: &Path) -> PathBuf {
    folder.join("Xvfb_screen0")
}

/// The picture is an X window dump: a header whose first word is its length, colours, then pixels of four bytes.
fn is_painted(picture: &Path) -> bool {
    let Ok(bytes) = std::fs::read(picture) else {
        return false;
    };
    let word = |at: usize| {
        bytes
            .get(at..at + 4)
            .map(|word| u32::from_be_bytes([word[0], word[1], word[2], word[3]]) as usize)
    };
    let (Some(header), Some(colours)) = (word(0), word(76)) else {
        return false;
    };
    let pixels = bytes.get(header + colours * 12..).unwrap_or_default();
    let seen: HashSet<&[u8]> = pixels
        .chunks_exact(4)
        .step_by(3)
        .map(|pixel| &pixel[..3])
        .collect();
    seen.len() >= PAINTED_COLOURS
}

fn resident_mib(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kib = status.lines().find_map(|line| {
        line.strip_prefix("VmRSS:")?
            .split_whitespace()
            .next()?
            .parse::<f64>()
            .ok()
    });
    kib.map_or(f64::NAN, |kib| kib / 1024.0)
}
