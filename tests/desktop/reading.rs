//! A second person opens a site that is being worked on.

use std::path::Path;

use crate::window::Window;

#[tokio::test(flavor = "multi_thread")]
async fn a_second_opener_may_read_but_not_write() {
    let first = Window::open("reading").await;
    first.click("start-new").await;
    first.fill("new-site-name", "Shared works").await;
    first.will_pick(Path::new("shared.zwsite"));
    first.click("new-site-create").await;
    first.find("screen-site").await;

    let second = Window::open("reading-second").await;
    second.will_pick(&first.folder.join("shared.zwsite"));
    second.click("start-open").await;
    second.find("locked-dialog").await;
    second.keep_picture("reading-locked").await;
    second.is_accessible("locked").await;
    second.click("open-read-only").await;
    second.find("read-only").await;
    second.keep_picture("reading-read-only").await;
    let name = second.find("site-name").await;
    assert!(
        !name.is_enabled().await.unwrap(),
        "fields of a site that is only read are locked"
    );
    second.close().await;
    first.close().await;
}
