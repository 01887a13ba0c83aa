//! axe-core on the screen that is shown: nothing serious may be found.

use serde_json::{Value, json};
use zonewright_tests::place::read;

use crate::window::Window;

/// Findings of these weights fail the test.
const SERIOUS: [&str; 2] = ["serious", "critical"];

const RUN: &str = "const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
  (result) => done({ violations: result.violations, passes: result.passes.length }),
  (error) => done({ error: String(error) }));";

impl Window {
    /// Fails with every serious finding, its remedy and its place.
    pub(crate) async fn is_accessible(&self, screen: &str) {
        self.client
            .execute(&read("ui/node_modules/axe-core/axe.min.js"), vec![])
            .await
            .unwrap();
        let result = self
            .client
            .execute_async(RUN, vec![json!(null)])
            .await
            .unwrap();
        assert!(
            result["error"].is_null(),
            "{screen}: axe failed: {}",
            result["error"]
        );
        assert!(
            result["passes"].as_u64().unwrap() > 0,
            "{screen}: axe looked at nothing"
        );
        let serious: Vec<String> = result["violations"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| SERIOUS.iter().any(|weight| finding["impact"] == *weight))
            .map(describe)
            .collect();
        assert!(serious.is_empty(), "{screen}:\n{}", serious.join("\n"));
    }
}

fn describe(finding: &Value) -> String {
    let places: Vec<String> = finding["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["html"].to_string())
        .collect();
    format!(
        "{} ({}): {}\n  {}",
        finding["id"],
        finding["impact"],
        finding["help"],
        places.join("\n  ")
    )
}
