//! What a person sees and does on a screen: find, click, type, wait, keep a picture.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::elements::Element;
use zonewright_tests::place::given;

use crate::window::Window;

/// How long a screen may take on a busy machine before the test gives up.
const PATIENCE: Duration = Duration::from_secs(20);

impl Window {
    /// The element with this test id, as soon as it is there.
    pub(crate) async fn find(&self, id: &str) -> Element {
        self.find_css(&format!("[data-testid=\"{id}\"]")).await
    }

    /// The first element that fits a selector, as soon as it is there.
    pub(crate) async fn find_css(&self, selector: &str) -> Element {
        let found = self
            .client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(selector))
            .await;
        match found {
            Ok(element) => element,
            Err(error) => {
                self.keep_picture("failed").await;
                panic!(
                    "{selector} did not appear: {error}\n{}",
                    self.client.source().await.unwrap_or_default()
                );
            }
        }
    }

    /// Waits until no element with this test id is left, as after a dialog that did its work.
    pub(crate) async fn is_gone(&self, id: &str) {
        let selector = format!("[data-testid=\"{id}\"]");
        let start = std::time::Instant::now();
        while !self
            .client
            .find_all(Locator::Css(&selector))
            .await
            .unwrap()
            .is_empty()
        {
            if start.elapsed() > PATIENCE {
                self.keep_picture("failed").await;
                panic!("{id} stays");
            }
        }
    }

    /// Clicks the element with this test id, after the page has settled: what is still loading may move it away.
    pub(crate) async fn click(&self, id: &str) {
        let element = self.find(id).await;
        self.is_quiet().await;
        element
            .click()
            .await
            .unwrap_or_else(|error| panic!("{id} cannot be clicked: {error}"));
    }

    /// Replaces the text of a field.
    pub(crate) async fn fill(&self, id: &str, text: &str) {
        let field = self.find(id).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Waits until the element with this test id says these words, in text or in a field.
    pub(crate) async fn says(&self, id: &str, words: &str) {
        const SAID: &str = "const place = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
            if (!place) return '';
            const fields = [...place.querySelectorAll('input, textarea, select')].map((field) => field.value);
            return [place.innerText, ...fields].join('\\n');";
        let start = std::time::Instant::now();
        loop {
            let said = self.client.execute(SAID, vec![id.into()]).await.unwrap();
            let said = said.as_str().unwrap_or_default();
            if said.contains(words) {
                return;
            }
            if start.elapsed() > PATIENCE {
                self.keep_picture("failed").await;
                panic!("{id} does not say “{words}” but: {said}");
            }
        }
    }

    /// Waits until the page has its answers: nothing is on the way and the last frame is painted.
    pub(crate) async fn is_quiet(&self) {
        const SETTLED: &str = "const done = arguments[arguments.length - 1];
            requestAnimationFrame(() => requestAnimationFrame(() =>
              done(document.querySelector('[aria-busy=\"true\"]') === null)));";
        let start = std::time::Instant::now();
        while self.client.execute_async(SETTLED, vec![]).await.unwrap() != true {
            assert!(start.elapsed() < PATIENCE, "the page stays busy");
        }
    }

    /// Asks for the other colours until these are shown.
    pub(crate) async fn has_theme(&self, theme: &str) {
        let shown = format!("html[data-theme=\"{theme}\"]");
        for _ in 0..3 {
            if !self
                .client
                .find_all(Locator::Css(&shown))
                .await
                .unwrap()
                .is_empty()
            {
                return;
            }
            self.click("theme").await;
            self.is_quiet().await;
        }
        panic!("the colours “{theme}” cannot be chosen");
    }

    /// Keeps a picture of the window below the target folder.
    pub(crate) async fn keep_picture(&self, name: &str) {
        let folder = given("ZONEWRIGHT_SCREENSHOTS");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join(format!("{name}.png")),
            self.client.screenshot().await.unwrap(),
        )
        .unwrap();
    }
}
