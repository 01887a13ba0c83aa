//! The sample site, screen by screen.

use std::path::Path;

use crate::window::Window;

/// Steps of the work and the test ids of their screens.
const STEPS: [&str; 8] = [
    "site",
    "assets",
    "plan",
    "targets",
    "technical",
    "programme",
    "gap",
    "report",
];

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_sample_site_opens_and_is_accessible() {
    let window = Window::open("sample").await;
    window.will_pick(Path::new("sample.zwsite"));
    window.click("start-sample").await;
    for step in STEPS {
        window.click(&format!("nav-{step}")).await;
        window.find(&format!("screen-{step}")).await;
        window.is_quiet().await;
        window.keep_picture(&format!("sample-{step}")).await;
        window.is_accessible(step).await;
    }
    window.close().await;
}
