//! The sample site, screen by screen.

use std::path::Path;

use crate::window::Window;

/// Steps of the work and what stands beside them, by the test ids of their screens.
const STEPS: [&str; 9] = [
    "site",
    "assets",
    "plan",
    "targets",
    "technical",
    "programme",
    "gap",
    "report",
    "standards",
];

/// Sizes of the window that the screens are made for: a small laptop and a usual monitor.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_the_sample_site_opens_and_is_accessible() {
    let window = Window::open("sample").await;
    window.will_pick(Path::new("sample.zwsite"));
    window.click("start-sample").await;
    for theme in ["light", "dark"] {
        window.has_theme(theme).await;
        for (width, height) in SIZES {
            window.client.set_window_size(width, height).await.unwrap();
            for step in STEPS {
                window.click(&format!("nav-{step}")).await;
                window.find(&format!("screen-{step}")).await;
                window.is_quiet().await;
                window
                    .keep_picture(&format!("sample-{step}-{theme}-{width}"))
                    .await;
                window
                    .is_accessible(&format!("{step}, {theme}, {width}"))
                    .await;
            }
        }
    }
    window.close().await;
}
