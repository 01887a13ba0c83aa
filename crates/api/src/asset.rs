//! Assets: list, edit and place. Import has its own file.

use std::collections::BTreeMap;

use zonewright_domain::asset::{Asset, AssetField, AssetType};
use zonewright_domain::id::AssetId;
use zonewright_store::{AssetQuery, AssetSort, Order, ZoneFilter};

use crate::app::App;
use crate::plan::zone::zone_id;
use crate::problem::Problem;
use crate::site::{name_of, trimmed};
use crate::wire::asset::*;
use crate::wire::site::ById;
use crate::wire::words::Word;

/// How many rows a page has when nothing else is asked for, and at most.
const PAGE: u32 = 200;
const LARGEST_PAGE: u32 = 5_000;

pub(crate) fn list(app: &App, input: AssetsList) -> Result<AssetPage, Problem> {
    let zone = match input.zone.as_deref() {
        None => ZoneFilter::Any,
        Some("none") => ZoneFilter::Unassigned,
        Some(id) => ZoneFilter::In(vec![zone_id(id)?]),
    };
    let sort = match input.sort.map(|sort| sort.read("sort")).transpose()? {
        None | Some(AssetField::Name) => AssetSort::Name,
        Some(AssetField::AssetType) => AssetSort::AssetType,
        Some(AssetField::Zone) => AssetSort::Zone,
        Some(field) => AssetSort::Field(field),
    };
    let query = AssetQuery {
        search: input.search.unwrap_or_default(),
        zone,
        sort,
        order: if input.descending.unwrap_or(false) {
            Order::Descending
        } else {
            Order::Ascending
        },
        asset_type: None,
        offset: input.offset.unwrap_or(0),
        limit: input.limit.unwrap_or(PAGE).min(LARGEST_PAGE),
    };
    let page = app.file()?.asset_page(&query)?;
    Ok(AssetPage {
        total: page.total,
        rows: page.assets.iter().map(view).collect(),
    })
}

pub(crate) fn get(app: &App, input: ById) -> Result<AssetView, Problem> {
    Ok(view(&find(app, &input.id)?))
}

pub(crate) fn create(app: &mut App, input: CreateAsset) -> Result<AssetView, Problem> {
    let id = match &input.id {
        Some(text) => asset_id(text)?,
        None => AssetId::from_bits(app.random_bits()),
    };
    let mut asset = Asset {
        id,
        name: name_of("name", &input.name)?,
        asset_type: match &input.asset_type {
            Some(kind) => kind.read("asset_type")?,
            None => AssetType::Other,
        },
        zone: input.zone.as_deref().map(zone_id).transpose()?,
        fields: BTreeMap::new(),
        extra: BTreeMap::new(),
        origin: None,
    };
    set_fields(&mut asset, input.fields.as_ref())?;
    if app.file()?.find_asset(&asset.id)?.is_some() {
        return Err(Problem::refused(
            "asset.taken",
            format!(
                "There is already an asset with the identifier “{}”. Nothing was changed.",
                asset.id
            ),
            "Leave the identifier out, or choose another.",
        ));
    }
    if let Some(zone) = &asset.zone {
        app.file()?
            .find_zone(zone)?
            .ok_or_else(|| Problem::missing("zone", zone.as_str()))?;
    }
    app.transact(
        "create_asset",
        &format!("Add asset “{}”", asset.name),
        |tx| Ok(tx.put_asset(&asset)?),
    )?;
    Ok(view(&asset))
}

pub(crate) fn update(app: &mut App, input: UpdateAsset) -> Result<AssetView, Problem> {
    let mut asset = find(app, &input.id)?;
    let label = format!("Change asset “{}”", asset.name);
    if let Some(name) = &input.name {
        asset.name = name_of("name", name)?;
    }
    if let Some(kind) = &input.asset_type {
        asset.asset_type = kind.read("asset_type")?;
    }
    set_fields(&mut asset, input.fields.as_ref())?;
    app.transact("update_asset", &label, |tx| Ok(tx.put_asset(&asset)?))?;
    Ok(view(&asset))
}

pub(crate) fn delete(app: &mut App, input: AssetIds) -> Result<Touched, Problem> {
    let assets = all(app, &input.ids)?;
    let label = match assets.as_slice() {
        [one] => format!("Delete asset “{}”", one.name),
        many => format!("Delete {} assets", many.len()),
    };
    app.transact("delete_assets", &label, |tx| {
        for asset in &assets {
            tx.delete_asset(&asset.id)?;
        }
        Ok(())
    })?;
    Ok(Touched {
        count: assets.len(),
    })
}

/// Puts assets into one zone, or into none: each asset stands in at most one zone.
pub(crate) fn place(app: &mut App, input: PlaceAssets) -> Result<Touched, Problem> {
    let zone = input.zone.as_deref().map(zone_id).transpose()?;
    let target = match &zone {
        None => "no zone".to_owned(),
        Some(id) => {
            app.file()?
                .find_zone(id)?
                .ok_or_else(|| Problem::missing("zone", id.as_str()))?
                .name
        }
    };
    let assets = all(app, &input.ids)?;
    let label = match assets.as_slice() {
        [one] => format!("Move “{}” to {target}", one.name),
        many => format!("Move {} assets to {target}", many.len()),
    };
    app.transact("place_assets", &label, |tx| {
        for asset in &assets {
            tx.put_asset(&Asset {
                zone: zone.clone(),
                ..asset.clone()
            })?;
        }
        Ok(())
    })?;
    Ok(Touched {
        count: assets.len(),
    })
}

fn set_fields(
    asset: &mut Asset,
    fields: Option<&BTreeMap<Word<AssetField>, String>>,
) -> Result<(), Problem> {
    for (name, value) in fields.into_iter().flatten() {
        let field = name.read("fields")?;
        if field.is_own_attribute() {
            return Err(Problem::field(
                "fields",
                format!(
                    "“{}” is not among the fields; the message has its own place for it.",
                    field.word()
                ),
            ));
        }
        match trimmed(value.trim_start())? {
            empty if empty.is_empty() => asset.fields.remove(&field),
            text => asset.fields.insert(field, text),
        };
    }
    Ok(())
}

fn all(app: &App, ids: &[String]) -> Result<Vec<Asset>, Problem> {
    ids.iter().map(|id| find(app, id)).collect()
}

fn find(app: &App, text: &str) -> Result<Asset, Problem> {
    let id = asset_id(text)?;
    app.file()?
        .find_asset(&id)?
        .ok_or_else(|| Problem::missing("asset", text))
}

fn asset_id(text: &str) -> Result<AssetId, Problem> {
    AssetId::parse(text).map_err(|error| Problem::field("id", format!("{error}.")))
}

fn view(asset: &Asset) -> AssetView {
    AssetView {
        id: asset.id.to_string(),
        name: asset.name.clone(),
        asset_type: asset.asset_type.into(),
        zone: asset.zone.as_ref().map(ToString::to_string),
        fields: asset
            .fields
            .iter()
            .map(|(field, value)| (Word::from(*field), value.clone()))
            .collect(),
        extra: asset.extra.clone(),
        origin: asset.origin.as_ref().map(|origin| OriginView {
            file_name: origin.file_name.clone(),
            sheet: origin.sheet.clone(),
            row: origin.row,
            file_sha256: origin.file_sha256.clone(),
        }),
    }
}
