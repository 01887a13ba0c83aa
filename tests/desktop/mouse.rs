//! The mouse on the drawing and the keyboard anywhere, as a person moves them.

use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::key::Key;

use crate::window::Window;

/// A movement takes this long, so that the page sees it as one.
const MOVE: Duration = Duration::from_millis(120);

impl Window {
    /// Presses at one point of the drawing and lets go at another; points in pixels from its upper left corner.
    pub(crate) async fn drag_on_canvas(&self, from: (f64, f64), to: (f64, f64)) {
        self.drag(self.on_canvas(from).await, self.on_canvas(to).await)
            .await;
    }

    /// Takes the first asset of the tray and lets go of it on a point of the drawing.
    pub(crate) async fn drag_from_tray(&self, to: (f64, f64)) {
        let asset = self.find("tray-asset").await;
        let (left, top, width, height) = asset.rectangle().await.unwrap();
        let from = (left + width / 2.0, top + height / 2.0);
        self.drag(from, self.on_canvas(to).await).await;
    }

    /// A point of the drawing as a point of the window.
    async fn on_canvas(&self, point: (f64, f64)) -> (f64, f64) {
        self.is_quiet().await;
        let canvas = self.find("canvas").await;
        let (left, top, _, _) = canvas.rectangle().await.unwrap();
        (left + point.0, top + point.1)
    }

    /// Presses at one point of the window and lets go at another.
    async fn drag(&self, from: (f64, f64), to: (f64, f64)) {
        let at = |point: (f64, f64)| PointerAction::MoveTo {
            duration: Some(MOVE),
            x: point.0,
            y: point.1,
        };
        let middle = (f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1));
        // One by one, because a button that goes down together with the first movement may do so before it.
        for action in [
            at(from),
            PointerAction::Down { button: 0 },
            at(middle),
            at(to),
            PointerAction::Up { button: 0 },
        ] {
            let step = MouseActions::new("mouse".to_owned()).then(action);
            self.client.perform_actions(step).await.unwrap();
        }
    }

    /// Clicks a point of the drawing.
    pub(crate) async fn click_canvas(&self, at: (f64, f64)) {
        self.drag_on_canvas(at, at).await;
    }

    /// Presses and releases one key, wherever the focus is.
    pub(crate) async fn press(&self, key: char) {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses a key while Control is held.
    pub(crate) async fn press_with_control(&self, key: char) {
        let control = char::from(Key::Control);
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: control });
        self.client.perform_actions(keys).await.unwrap();
    }
}
