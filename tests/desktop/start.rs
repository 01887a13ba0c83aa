//! The first screen.

use crate::window::Window;

#[tokio::test(flavor = "multi_thread")]
async fn the_first_screen_offers_a_sample_a_new_site_and_an_old_one() {
    let window = Window::open("start").await;
    assert_eq!(window.client.title().await.unwrap(), "Zonewright");
    for id in ["start-sample", "start-new", "start-open"] {
        assert!(
            window.find(id).await.is_displayed().await.unwrap(),
            "{id} is hidden"
        );
    }
    window.is_accessible("start").await;
    window.keep_picture("start").await;
    window.close().await;
}
