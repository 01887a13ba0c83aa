//! Starts the program under its driver and ends both again.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use zonewright_tests::place::given;

/// How long the driver and the program may take to come up on a busy machine.
const START_PATIENCE: Duration = Duration::from_secs(60);

/// A running program, its driver, and the folder that stands for this person's files.
pub(crate) struct Window {
    /// Sends what a person would do.
    pub(crate) client: Client,
    /// Sites, reports and settings of this test only.
    pub(crate) folder: PathBuf,
    driver: Child,
}

impl Window {
    /// Opens the program with a folder of its own, emptied first.
    pub(crate) async fn open(name: &str) -> Self {
        let folder = given("ZONEWRIGHT_SCREENSHOTS")
            .with_file_name("desktop-files")
            .join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        std::fs::create_dir_all(&folder).unwrap();
        Self::open_again(folder).await
    }

    /// Opens the program on what an earlier run left.
    pub(crate) async fn open_again(folder: PathBuf) -> Self {
        let (port, native_port) = free_ports();
        std::fs::write(folder.join("dialogs.jsonl"), "").unwrap();
        let driver = start_driver(&folder, port, native_port);
        // A session that is asked for before the web view's own driver listens is lost without an answer.
        for port in [port, native_port] {
            listens(port).await;
        }
        let client = connect(port).await;
        Self {
            client,
            folder,
            driver,
        }
    }

    /// The next file dialog will answer with this file of the folder.
    pub(crate) fn will_pick(&self, file: &Path) {
        use std::io::Write;
        let list = self.folder.join("dialogs.jsonl");
        let mut list = std::fs::OpenOptions::new().append(true).open(list).unwrap();
        writeln!(list, "{}", json!(self.folder.join(file))).unwrap();
    }

    /// Forgets a program that has ended by itself and gives the folder for another run.
    pub(crate) fn leave(self) -> PathBuf {
        self.folder.clone()
    }

    /// Ends the session as the driver does and gives the folder for another run.
    pub(crate) async fn close(mut self) -> PathBuf {
        self.client.clone().close().await.unwrap();
        self.driver.kill().unwrap();
        self.driver.wait().unwrap();
        self.folder.clone()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A failed test must not leave its driver behind; one that was closed has none any more.
        drop(self.driver.kill());
        drop(self.driver.wait());
    }
}

fn start_driver(folder: &Path, port: u16, native_port: u16) -> Child {
    Command::new(given("ZONEWRIGHT_TAURI_DRIVER"))
        .args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native_port.to_string(),
        ])
        .env("ZONEWRIGHT_TEST_DIALOGS", folder.join("dialogs.jsonl"))
        .env("ZONEWRIGHT_TEST_CONFIG", folder.join("config"))
        // What the web view remembers, such as the colours, stays with this test.
        .env("XDG_DATA_HOME", folder.join("web"))
        .env("XDG_CACHE_HOME", folder.join("web-cache"))
        .stdin(Stdio::null())
        .spawn()
        .expect("tauri-driver starts")
}

/// Waits until something listens on this port.
async fn listens(port: u16) {
    let start = Instant::now();
    while tokio::net::TcpStream::connect(("127.0.0.1", port))
        .await
        .is_err()
    {
        assert!(
            start.elapsed() < START_PATIENCE,
            "nothing listens on {port}"
        );
        tokio::task::yield_now().await;
    }
}

async fn connect(port: u16) -> Client {
    let program = given("ZONEWRIGHT_WINDOW");
    let wishes = json!({ "browserName": "wry", "tauri:options": { "application": program } });
    let address = format!("http://127.0.0.1:{port}");
    let mut driver = ClientBuilder::new(HttpConnector::new());
    driver.capabilities(wishes.as_object().unwrap().clone());
    match tokio::time::timeout(START_PATIENCE, driver.connect(&address)).await {
        Ok(Ok(client)) => client,
        Ok(Err(error)) => panic!("no session with the window: {error}"),
        Err(_) => panic!("the window did not come up within {START_PATIENCE:?}"),
    }
}

/// Two ports that were free a moment ago.
fn free_ports() -> (u16, u16) {
    let first = TcpListener::bind("127.0.0.1:0").unwrap();
    let second = TcpListener::bind("127.0.0.1:0").unwrap();
    (
        first.local_addr().unwrap().port(),
        second.local_addr().unwrap().port(),
    )
}
