//! The whole job in the window: new site, import, zones and a conduit with the mouse, answers by keyboard, undo, close,
//! open again, report, signature, check.

use std::path::Path;

use crate::window::Window;
use fantoccini::key::Key;

/// How far above its zone the plug for conduits sits, in pixels.
const PLUG_PX: f64 = 14.0;

const PASSPHRASE: &str = "a long walk through the plant";

#[tokio::test(flavor = "multi_thread")]
async fn a_site_goes_from_nothing_to_a_signed_report() {
    let window = Window::open("job").await;
    make_site(&window).await;
    import_assets(&window).await;
    draw_plan(&window).await;
    set_target(&window).await;
    answer_by_keyboard(&window).await;
    let folder = {
        window.click("site-menu").await;
        window.click("close-site").await;
        window.find("start-open").await;
        window.close().await
    };
    let window = Window::open_again(folder).await;
    open_again(&window).await;
    report_and_sign(&window).await;
    window.close().await;
}

async fn make_site(window: &Window) {
    window.click("start-new").await;
    window.fill("new-site-name", "Desktop works").await;
    window.will_pick(Path::new("works.zwsite"));
    window.click("new-site-create").await;
    window.find("nav-assets").await;
    assert!(
        window.folder.join("works.zwsite").is_file(),
        "the site file is on the disk before anything is entered"
    );
}

async fn import_assets(window: &Window) {
    write_list(&window.folder.join("list.xlsx")).unwrap();
    window.click("nav-assets").await;
    window.will_pick(Path::new("list.xlsx"));
    window.click("import-empty").await;
    window.click("import-pick").await;
    window.find("import-columns").await;
    window.keep_picture("job-import").await;
    window.is_accessible("import").await;
    window.click("import-confirm").await;
    window.click("import-close").await;
    window.says("asset-table", "PLC-012").await;
}

/// A small list as a plant keeps it: own words for the columns, no zones yet.
fn write_list(path: &Path) -> Result<(), rust_xlsxwriter::XlsxError> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Devices")?;
    for (column, header) in (0..).zip(["Device Name", "Typ", "Vendor", "IP Address"]) {
        sheet.write(0, column, header)?;
    }
    for row in 1..=12 {
        for (column, cell) in (0..).zip([
            format!("PLC-{row:03}"),
            "PLC".into(),
            "Siemens".into(),
            format!("10.0.0.{row}"),
        ]) {
            sheet.write(row, column, cell)?;
        }
    }
    workbook.save(path)
}

/// Two zones and a conduit, all with the mouse. The first zone fits the view to itself at natural size, so it then
/// stands in the middle of the canvas; the second is drawn to the right of it.
async fn draw_plan(window: &Window) {
    window.click("nav-plan").await;
    window.find("canvas").await;
    // The drawing takes its size with the first frame.
    window.is_quiet().await;
    let (_, _, width, height) = window.find("canvas").await.rectangle().await.unwrap();
    let (x, y) = (width / 2.0, height / 2.0);
    draw_zone(window, "Control", (60.0, 80.0), (260.0, 240.0)).await;
    draw_zone(window, "DMZ", (x + 150.0, y - 80.0), (x + 310.0, y + 80.0)).await;
    window.keep_picture("job-zones").await;
    window.click_canvas((x, y + 40.0)).await;
    window.says("inspector", "Control").await;
    // The plug of a selected zone sits above its top edge, a little right of the middle.
    window
        .drag_on_canvas((x + 40.0, y - 80.0 - PLUG_PX), (x + 230.0, y))
        .await;
    window.says("inspector", "DMZ").await;
    window.keep_picture("job-plan").await;
    window.drag_from_tray((x, y + 40.0)).await;
    window.says("asset-tray", "PLC-002").await;
    window.says("status", "Control").await;
    move_and_undo(window, (x, y + 40.0)).await;
    window.click("tab-outline").await;
    for drawn in ["Control", "DMZ"] {
        window.says("outline", drawn).await;
    }
    window.is_accessible("outline").await;
    window.click("tab-canvas").await;
}

/// Moves the first zone down and takes it back: where it stood, it can be clicked again.
async fn move_and_undo(window: &Window, zone: (f64, f64)) {
    let below = (zone.0, zone.1 + 200.0);
    window.drag_on_canvas(zone, below).await;
    window.is_quiet().await;
    window.click_canvas((zone.0, zone.1 - 100.0)).await;
    window.says("inspector", "Nothing is selected").await;
    window.press_with_control('z').await;
    window.is_quiet().await;
    window.click_canvas((zone.0, zone.1 - 100.0)).await;
    window.says("inspector", "Control").await;
}

async fn draw_zone(window: &Window, name: &str, from: (f64, f64), to: (f64, f64)) {
    window.click("zone-draw").await;
    window.drag_on_canvas(from, to).await;
    window.fill("name-input", name).await;
    window.click("name-ok").await;
    window.says("inspector", name).await;
}

async fn set_target(window: &Window) {
    window.click("nav-targets").await;
    let all_seven = window.find("target-all").await;
    all_seven.select_by_value("2").await.unwrap();
    window.is_quiet().await;
    window.says("screen-targets", "Control").await;
}

async fn answer_by_keyboard(window: &Window) {
    window.click("nav-technical").await;
    window.find("question-card").await;
    for _ in 0..10 {
        window.press('1').await;
        window
            .find_css("[data-testid=\"choice-1\"][aria-checked=\"true\"]")
            .await;
        window.press('n').await;
        window.is_quiet().await;
    }
    window.keep_picture("job-answers").await;
    window.press_with_control('z').await;
    window.is_quiet().await;
    let redo = window.find("redo").await;
    assert!(
        redo.is_enabled().await.unwrap(),
        "after undo there is something to do again"
    );
}

async fn open_again(window: &Window) {
    window.will_pick(Path::new("works.zwsite"));
    window.click("start-open").await;
    // The steps are told one after the other; until then they move.
    window.says("nav-plan", "2 zones").await;
    window.click("nav-plan").await;
    window.click("tab-outline").await;
    for drawn in ["Control", "DMZ"] {
        window.says("outline", drawn).await;
    }
    assert!(
        window.find("redo").await.is_enabled().await.unwrap(),
        "what was undone can still be done again"
    );
}

async fn report_and_sign(window: &Window) {
    window.click("nav-report").await;
    window.click("identity-new").await;
    for (field, text) in [
        ("identity-name", "Desktop Assessor"),
        ("identity-organisation", "Works"),
        ("identity-passphrase", PASSPHRASE),
        ("identity-again", PASSPHRASE),
    ] {
        window.fill(field, text).await;
    }
    window.click("identity-make").await;
    window.is_gone("identity-make").await;
    window.will_pick(Path::new("report.pdf"));
    window.click("make-report").await;
    window.find("report-name").await;
    window.click("sign-assessor").await;
    window.fill("sign-passphrase", PASSPHRASE).await;
    window.is_accessible("sign").await;
    window.press(char::from(Key::Enter)).await;
    window.find_css("[data-testid=\"verdict\"].good").await;
    window.keep_picture("job-signed").await;
    let report = std::fs::read(window.folder.join("report.pdf")).unwrap();
    assert!(report.starts_with(b"%PDF-"), "the report is a PDF");
}
