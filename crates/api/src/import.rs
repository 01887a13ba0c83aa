//! Import of assets: read in a child process, mapped by guess and by hand, shown as a dry run, committed as one operation.

mod view;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use zonewright_domain::asset::{Asset, AssetField, AssetOrigin, AssetType};
use zonewright_domain::fact::Facts;
use zonewright_domain::id::{AssetId, ZoneId};
use zonewright_domain::plan::{Zone, ZoneKind};
use zonewright_import::{
    ColumnUse, ImportError, ImportPlan, Limits, Mapping, PlannedAsset, ReadRequest, ReaderProgram,
    Sheet, SheetGuess, Workbook, guess, guess_sheet, plan, read_in_child,
};

use crate::app::App;
use crate::files::name_of_path;
use crate::problem::Problem;
use crate::wire::import::{
    ColumnChoice, ImportAssets, ImportPreview, ImportPreviewInput, Imported,
};
use crate::wire::words::ColumnField;

/// A spreadsheet in memory: its overview and the one sheet that was read whole.
pub(crate) struct ReadSheet {
    path: PathBuf,
    overview: Workbook,
    whole: Workbook,
}

impl ReadSheet {
    fn sheet(&self) -> Result<&Sheet, Problem> {
        self.whole
            .sheets
            .iter()
            .find(|sheet| sheet.was_read)
            .ok_or_else(|| {
                Problem::refused(
                    "import.empty",
                    "This file holds no sheet with cells. Nothing was changed.",
                    "Choose another file.",
                )
            })
    }
}

/// What the person chose, or left to be guessed.
struct Chosen<'a> {
    sheet: Option<&'a str>,
    header_row: Option<u32>,
    columns: Option<&'a [ColumnChoice]>,
}

/// A sheet with how it is understood.
struct Understood {
    guess: SheetGuess,
    mapping: Mapping,
    plan: ImportPlan,
}

pub(crate) fn preview(app: &mut App, input: ImportPreviewInput) -> Result<ImportPreview, Problem> {
    let path = app.path(&input.file)?;
    let chosen = Chosen {
        sheet: input.sheet.as_deref(),
        header_row: input.header_row,
        columns: input.columns.as_deref(),
    };
    read(app, &path, chosen.sheet)?;
    let read = taken(app)?;
    let understood = understand(read.sheet()?, &chosen, &zone_names(app)?)?;
    view::preview(
        &name_of_path(&path),
        &read.overview,
        read.sheet()?,
        &understood,
    )
}

pub(crate) fn import(app: &mut App, input: ImportAssets) -> Result<Imported, Problem> {
    let path = app.path(&input.file)?;
    let chosen = Chosen {
        sheet: input.sheet.as_deref(),
        header_row: input.header_row,
        columns: input.columns.as_deref(),
    };
    read(app, &path, chosen.sheet)?;
    let understood = understand(taken(app)?.sheet()?, &chosen, &zone_names(app)?)?;
    if understood.plan.assets.is_empty() {
        return Err(Problem::refused(
            "import.nothing",
            "No row of this sheet became an asset. Nothing was changed.",
            "Choose the sheet and the header row, and say which column holds the name.",
        ));
    }
    let ids: Vec<AssetId> = understood
        .plan
        .assets
        .iter()
        .map(|_| AssetId::from_bits(app.random_bits()))
        .collect();
    let new_zones: Vec<(ZoneId, String)> = if input.create_zones.unwrap_or(false) {
        understood
            .plan
            .unknown_zones
            .iter()
            .map(|zone| (ZoneId::from_bits(app.random_bits()), zone.name.clone()))
            .collect()
    } else {
        Vec::new()
    };
    let origin = AssetOrigin {
        file_sha256: taken(app)?.whole.sha256.clone(),
        file_name: name_of_path(&path),
        sheet: taken(app)?.sheet()?.name.clone(),
        row: 0,
    };
    let peak = taken(app)?.whole.reader_peak_kib;
    let Understood { plan, .. } = understood;
    let (skipped, problems) = (plan.skipped.len(), plan.problems.len());
    let label = format!(
        "Import {} assets from “{}”",
        plan.assets.len(),
        origin.file_name
    );
    // Millions of cells take a while to give back, which nobody needs to wait for. After a failure they are read again.
    let spent = app.sheet.take();
    std::thread::spawn(move || drop(spent));
    let created = app.transact("import_assets", &label, |tx| {
        for (zone, place) in new_zones.iter().zip(0..) {
            tx.put_zone(&new_zone(zone, place))?;
        }
        let zones: BTreeMap<String, ZoneId> = tx
            .zones()?
            .into_iter()
            .map(|zone| (zone.name.to_lowercase(), zone.id))
            .collect();
        let mut created = 0;
        for (planned, id) in plan.assets.into_iter().zip(ids) {
            tx.put_asset(&asset_of(planned, id, &zones, &origin))?;
            created += 1;
        }
        Ok(created)
    })?;
    Ok(Imported {
        created,
        skipped,
        problems,
        zones_created: new_zones.len(),
        reader_peak_kib: peak,
    })
}

fn asset_of(
    planned: PlannedAsset,
    id: AssetId,
    zones: &BTreeMap<String, ZoneId>,
    origin: &AssetOrigin,
) -> Asset {
    let mut extra = planned.extra;
    let zone = planned
        .zone_name
        .as_ref()
        .and_then(|name| zones.get(&name.to_lowercase()))
        .cloned();
    if let (None, Some(name)) = (&zone, planned.zone_name) {
        extra.insert(AssetField::Zone.title().to_owned(), name);
    }
    if let Some(raw) = planned.asset_type_raw {
        extra.insert(AssetField::AssetType.title().to_owned(), raw);
    }
    Asset {
        id,
        name: planned.name,
        asset_type: planned.asset_type.unwrap_or(AssetType::Other),
        zone,
        fields: planned.fields,
        extra,
        origin: Some(AssetOrigin {
            row: planned.source.row,
            ..origin.clone()
        }),
    }
}

/// A zone that the list names and the site does not have yet; in a row below the drawing's origin.
fn new_zone((id, name): &(ZoneId, String), place: i32) -> Zone {
    let (column, row) = (place % 5, place / 5);
    Zone {
        id: id.clone(),
        name: name.clone(),
        kind: ZoneKind::Control,
        purpose: String::new(),
        boundary: String::new(),
        accountable: String::new(),
        parent: None,
        purdue: None,
        target: None,
        facts: Facts::default(),
        rect: zonewright_domain::plan::Rect {
            x: 40 + column * 304,
            y: 40 + row * 204,
            width: 280,
            height: 180,
        },
    }
}

/// Reads the chosen sheet whole, or the one that looks like a list of assets; again only when the choice changed.
fn read(app: &mut App, path: &Path, sheet: Option<&str>) -> Result<(), Problem> {
    let same = |read: &&ReadSheet| {
        read.path == path
            && sheet.is_none_or(|name| {
                read.whole
                    .sheets
                    .iter()
                    .any(|sheet| sheet.was_read && sheet.name == name)
            })
    };
    if app.sheet.as_ref().filter(same).is_some() {
        return Ok(());
    }
    let program = ReaderProgram::at(app.host().reader());
    let limits = Limits::default();
    let mut go_on = |_| ControlFlow::Continue(());
    let overview = read_in_child(&program, path, &ReadRequest::preview(), &limits, &mut go_on)
        .map_err(problem)?;
    let best = guess(&overview)
        .best
        .and_then(|index| overview.sheets.get(index))
        .or(overview.sheets.first());
    let name = match (sheet, best) {
        (Some(name), _) => name.to_owned(),
        (None, Some(best)) => best.name.clone(),
        (None, None) => {
            return Err(Problem::refused(
                "import.empty",
                "This file holds no sheet. Nothing was changed.",
                "Choose another file.",
            ));
        }
    };
    let whole = read_in_child(
        &program,
        path,
        &ReadRequest::sheet(&name),
        &limits,
        &mut go_on,
    )
    .map_err(problem)?;
    app.sheet = Some(ReadSheet {
        path: path.to_owned(),
        overview,
        whole,
    });
    Ok(())
}

fn taken(app: &App) -> Result<&ReadSheet, Problem> {
    app.sheet
        .as_ref()
        .ok_or_else(|| Problem::broken("The spreadsheet was read but is gone."))
}

fn understand(sheet: &Sheet, chosen: &Chosen<'_>, zones: &[String]) -> Result<Understood, Problem> {
    let guess = guess_sheet(sheet, chosen.header_row);
    let mut mapping = Mapping::from_guess(&guess);
    for choice in chosen.columns.unwrap_or_default() {
        let field = choice.field.as_ref().map(|field| field.read("field"));
        let usage = match field.transpose()? {
            Some(ColumnField::Skip) => ColumnUse::Leave,
            Some(ColumnField::Field(field)) => ColumnUse::Field(field),
            None => {
                let header = guess
                    .columns
                    .iter()
                    .find(|column| column.column == choice.column);
                ColumnUse::Extra(header.map_or_else(
                    || format!("Column {}", choice.column + 1),
                    |c| c.header.clone(),
                ))
            }
        };
        mapping.columns.insert(choice.column, usage);
    }
    let plan = plan(sheet, &mapping, zones);
    Ok(Understood {
        guess,
        mapping,
        plan,
    })
}

fn zone_names(app: &App) -> Result<Vec<String>, Problem> {
    Ok(app
        .file()?
        .zones()?
        .into_iter()
        .map(|zone| zone.name)
        .collect())
}

/// Why a file could not be read, as a problem.
pub(crate) fn problem(error: ImportError) -> Problem {
    let code = error.code().replacen('_', ".", 1);
    Problem::refused(&code, error.message(), error.hint())
}
