//! Tells the window library which commands exist, so that a page may call these and nothing else.

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(&["rpc", "leave"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))
        .expect("tauri.conf.json and the capabilities fit together");
}
