//! The window is closed by its frame while a field is being typed in.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window as Frame,
};
use x11rb::rust_connection::RustConnection;

use crate::window::Window;

const TYPED: &str = "Two boilers and their burner controls";

/// How long the program may take to end.
const END_PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test(flavor = "multi_thread")]
async fn closing_the_window_keeps_what_was_typed_last() {
    let window = Window::open("closing").await;
    window.click("start-new").await;
    window.fill("new-site-name", "Boiler house").await;
    window.will_pick(Path::new("boilers.zwsite"));
    window.click("new-site-create").await;
    window.fill("site-suc", TYPED).await;
    close_frame(&window.folder);
    let window = Window::open_again(window.leave()).await;
    window.will_pick(Path::new("boilers.zwsite"));
    window.click("start-open").await;
    window.says("screen-site", TYPED).await;
    window.close().await;
}

/// Asks the window of this test to close, as the cross in its frame does, and waits until its program has ended.
fn close_frame(folder: &Path) {
    let (display, screen) = x11rb::connect(None).unwrap();
    let root = display.setup().roots[screen].root;
    let config = folder.join("config");
    let (frame, program) = frames(&display, root)
        .into_iter()
        .filter(|frame| is_shown(&display, *frame))
        .find_map(|frame| {
            let program = program_of(&display, frame)?;
            environment_names(&program, &config).then_some((frame, program))
        })
        .expect("the window of this test is on the display");
    let atom = |name: &[u8]| {
        display
            .intern_atom(false, name)
            .unwrap()
            .reply()
            .unwrap()
            .atom
    };
    let farewell = ClientMessageEvent::new(
        32,
        frame,
        atom(b"WM_PROTOCOLS"),
        [atom(b"WM_DELETE_WINDOW"), 0, 0, 0, 0],
    );
    display
        .send_event(false, frame, EventMask::NO_EVENT, farewell)
        .unwrap()
        .check()
        .unwrap();
    let start = Instant::now();
    while program.exists() && !is_ended(&program) {
        assert!(start.elapsed() < END_PATIENCE, "the program does not end");
    }
}

/// Whether a window is on the screen; toolkits keep hidden ones beside it.
fn is_shown(display: &RustConnection, frame: Frame) -> bool {
    display
        .get_window_attributes(frame)
        .unwrap()
        .reply()
        .is_ok_and(|attributes| attributes.map_state == MapState::VIEWABLE)
}

/// All windows on the display, outer ones first.
fn frames(display: &RustConnection, parent: Frame) -> Vec<Frame> {
    let mut found = Vec::new();
    let mut waiting = vec![parent];
    while let Some(frame) = waiting.pop() {
        found.push(frame);
        waiting.extend(display.query_tree(frame).unwrap().reply().unwrap().children);
    }
    found
}

/// The folder below `/proc` of the program that owns a window.
fn program_of(display: &RustConnection, frame: Frame) -> Option<PathBuf> {
    let name = display
        .intern_atom(false, b"_NET_WM_PID")
        .unwrap()
        .reply()
        .unwrap()
        .atom;
    let property = display
        .get_property(false, frame, name, AtomEnum::CARDINAL, 0, 1)
        .unwrap()
        .reply()
        .ok()?;
    let id = property.value32()?.next()?;
    Some(PathBuf::from(format!("/proc/{id}")))
}

/// Whether a program was started with the settings folder of this test.
fn environment_names(program: &Path, config: &Path) -> bool {
    let wanted = format!("ZONEWRIGHT_TEST_CONFIG={}", config.display());
    std::fs::read(program.join("environ")).is_ok_and(|bytes| {
        bytes
            .split(|byte| *byte == 0)
            .any(|entry| entry == wanted.as_bytes())
    })
}

/// Whether a program is over and only waits to be counted by its parent.
fn is_ended(program: &Path) -> bool {
    std::fs::read_to_string(program.join("stat")).is_ok_and(|stat| {
        stat.rsplit(") ")
            .next()
            .is_some_and(|rest| rest.starts_with('Z'))
    })
}
