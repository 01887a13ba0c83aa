//! The real window, driven as a person would: through `tauri-driver` and the web view's own driver.

#![allow(clippy::unwrap_used)]

mod accessibility;
mod closing;
mod job;
mod mouse;
mod reading;
mod sample;
mod screen;
mod start;
mod window;
