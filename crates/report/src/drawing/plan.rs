//! The drawing of zones and conduits from the places that people gave them on the canvas.

use std::collections::BTreeMap;

use zonewright_domain::id::ZoneId;
use zonewright_domain::plan::{Conduit, Nesting, Target, Zone, ZoneKind};
use zonewright_domain::snapshot::SiteSnapshot;

use super::route::{Frame, Router};
use super::{Drawing, Edge, LINE_FACTOR, Shape, fitted, text_width};
use crate::face::Face;
use crate::palette::{self, Color};

/// Above so many units, conduits bear their number alone.
const CROWDED: usize = 40;
const MARGIN: f32 = 10.0;

/// Draws the plan to fit a landscape page: A4, or A3 when it is crowded.
pub(crate) fn plan(snapshot: &SiteSnapshot) -> Drawing {
    let crowded = snapshot.zones.len() + snapshot.conduits.len() > CROWDED;
    let room = if crowded {
        (1078.0, 625.0)
    } else {
        (729.0, 372.0)
    };
    let placed = Placed::new(&snapshot.zones, room);
    let nesting = Nesting::of(&snapshot.zones);
    let mut zones: Vec<(usize, &Zone)> = snapshot.zones.iter().enumerate().collect();
    zones.sort_by_key(|(_, zone)| nesting.outwards(&zone.id).len());
    let mut shapes = Vec::new();
    let mut router = Router::new(&placed.frames, &nesting);
    let mut titles = Vec::new();
    for (index, zone) in &zones {
        let frame = placed.frames[&zone.id];
        outline(&mut shapes, zone.kind, frame);
        let inside = snapshot
            .zones
            .iter()
            .filter(|inner| inner.parent.as_ref() == Some(&zone.id));
        let tops = inside.map(|inner| placed.frames[&inner.id].y - frame.y);
        let ceiling = tops.filter(|top| *top > 0.0).fold(f32::INFINITY, f32::min);
        titles.extend(title(*index, zone, frame, ceiling, &mut router));
    }
    let mut labels = Vec::new();
    for (index, conduit) in snapshot.conduits.iter().enumerate() {
        for points in router.route(&conduit.ends) {
            shapes.push(Shape::Line {
                points,
                edge: Edge {
                    color: palette::ACCENT,
                    width: 1.1,
                    dash: Vec::new(),
                },
            });
        }
        labels.push((index, conduit));
    }
    for (index, conduit) in labels {
        label(&mut shapes, index, conduit, crowded, &mut router);
    }
    shapes.extend(titles);
    Drawing {
        width: placed.width,
        height: placed.height,
        shapes,
    }
}

/// Zones scaled into the drawing.
struct Placed {
    frames: BTreeMap<ZoneId, Frame>,
    width: f32,
    height: f32,
}

impl Placed {
    fn new(zones: &[Zone], room: (f32, f32)) -> Self {
        let wide = |value: i32| f64::from(value);
        let left = zones
            .iter()
            .map(|zone| wide(zone.rect.x))
            .fold(f64::INFINITY, f64::min);
        let top = zones
            .iter()
            .map(|zone| wide(zone.rect.y))
            .fold(f64::INFINITY, f64::min);
        let right = zones
            .iter()
            .map(|zone| wide(zone.rect.x) + wide(zone.rect.width))
            .fold(f64::NEG_INFINITY, f64::max);
        let bottom = zones
            .iter()
            .map(|zone| wide(zone.rect.y) + wide(zone.rect.height))
            .fold(f64::NEG_INFINITY, f64::max);
        if zones.is_empty() {
            return Self {
                frames: BTreeMap::new(),
                width: 200.0,
                height: 40.0,
            };
        }
        let inner = (
            f64::from(room.0 - 2.0 * MARGIN),
            f64::from(room.1 - 2.0 * MARGIN),
        );
        let scale = (inner.0 / (right - left).max(1.0))
            .min(inner.1 / (bottom - top).max(1.0))
            .min(0.9);
        let place = |value: f64, origin: f64| ((value - origin) * scale) as f32 + MARGIN;
        let frames = zones.iter().map(|zone| {
            let frame = Frame {
                x: place(wide(zone.rect.x), left),
                y: place(wide(zone.rect.y), top),
                width: (wide(zone.rect.width) * scale) as f32,
                height: (wide(zone.rect.height) * scale) as f32,
            };
            (zone.id.clone(), frame)
        });
        Self {
            frames: frames.collect(),
            width: ((right - left) * scale) as f32 + 2.0 * MARGIN,
            height: ((bottom - top) * scale) as f32 + 2.0 * MARGIN,
        }
    }
}

/// Ground and edge of a kind; the kind also stands in words.
const fn colors(kind: ZoneKind) -> (Color, Color) {
    match kind {
        ZoneKind::Enterprise => (Color(0xF1, 0xF1, 0xEE), Color(0x6B, 0x6B, 0x60)),
        ZoneKind::Dmz => (Color(0xFB, 0xF1, 0xDC), Color(0x8A, 0x62, 0x12)),
        ZoneKind::Control => (Color(0xE8, 0xF1, 0xF6), Color(0x0B, 0x4F, 0x6C)),
        ZoneKind::Safety => (Color(0xFB, 0xE6, 0xDF), Color(0x9E, 0x2A, 0x2B)),
        ZoneKind::Wireless => (Color(0xEF, 0xE9, 0xF6), Color(0x5B, 0x3F, 0x8C)),
        ZoneKind::Temporary => (Color(0xF3, 0xF6, 0xE4), Color(0x55, 0x66, 0x1B)),
        ZoneKind::Remote => (Color(0xE3, 0xF4, 0xF0), Color(0x17, 0x66, 0x59)),
        ZoneKind::Outside => (Color(0xFF, 0xFF, 0xFF), Color(0x52, 0x60, 0x6D)),
    }
}

fn outline(shapes: &mut Vec<Shape>, kind: ZoneKind, frame: Frame) {
    let (ground, color) = colors(kind);
    let dash = if kind == ZoneKind::Outside {
        vec![4.0, 3.0]
    } else {
        Vec::new()
    };
    let boxed = |inset: f32, fill| Shape::Box {
        x: frame.x + inset,
        y: frame.y + inset,
        width: (frame.width - 2.0 * inset).max(0.5),
        height: (frame.height - 2.0 * inset).max(0.5),
        fill,
        edge: Some(Edge {
            color,
            width: 0.9,
            dash: dash.clone(),
        }),
    };
    shapes.push(boxed(0.0, Some(ground)));
    if kind == ZoneKind::Safety && frame.width.min(frame.height) > 12.0 {
        shapes.push(boxed(2.2, None));
    }
}

/// `Z3 Filling line` and below it kind and target, as much of it as fits above the zones inside.
fn title(
    index: usize,
    zone: &Zone,
    frame: Frame,
    ceiling: f32,
    router: &mut Router<'_>,
) -> Vec<Shape> {
    let (_, color) = colors(zone.kind);
    let number = format!("Z{}", index + 1);
    let pad = if frame.width > 30.0 { 5.0 } else { 1.5 };
    let room = frame.width - 2.0 * pad;
    let (name, size) = name(&number, &zone.name, room);
    let small = size * 0.84;
    let step = size * LINE_FACTOR;
    let level = target(zone);
    let about = [format!("{} · {level}", zone.kind.title()), level];
    let mut lines = vec![(name.clone(), Face::Bold, size, 0.0, 0.0)];
    let beside = text_width(&name, size) + 8.0;
    if ceiling.min(frame.height) > 4.0 + step + small * LINE_FACTOR {
        let fit = about
            .into_iter()
            .find(|text| text_width(text, small) <= room);
        lines.extend(fit.map(|text| (text, Face::Regular, small, 0.0, step)));
    } else {
        let fit = about
            .into_iter()
            .find(|text| beside + text_width(text, small) <= room);
        lines.extend(fit.map(|text| (text, Face::Regular, small, beside, size * 0.16)));
    }
    let place = |(text, face, size, dx, dy): (String, Face, f32, f32, f32)| {
        let (x, y) = (frame.x + pad + dx, frame.y + pad.min(3.5) + dy);
        let width = text_width(&text, size) * 1.15;
        router.occupy(Frame {
            x,
            y,
            width,
            height: size * LINE_FACTOR,
        });
        let color = if face == Face::Bold {
            color
        } else {
            palette::INK
        };
        Shape::Text {
            x,
            y,
            width,
            text,
            face,
            size,
            color,
            centred: false,
        }
    };
    lines.into_iter().map(place).collect()
}

/// Number and name with the largest size at which they fit; the number alone rather than a few letters of the name.
fn name(number: &str, name: &str, room: f32) -> (String, f32) {
    let full = format!("{number} {name}");
    for size in [8.5, 7.5, 6.5, 5.5] {
        if text_width(&full, size) <= room {
            return (full, size);
        }
    }
    match fitted(&full, 6.0, room) {
        Some(cut) if cut.chars().count() > number.len() + 7 => (cut, 6.0),
        _ => (
            number.to_owned(),
            (room / text_width(number, 1.0)).clamp(2.0, 7.0),
        ),
    }
}

fn target(zone: &Zone) -> String {
    if zone.kind.is_assessed() {
        level(zone.target.as_ref())
    } else {
        "not assessed".to_owned()
    }
}

fn level(target: Option<&Target>) -> String {
    target.map_or_else(
        || "no SL-T".to_owned(),
        |target| format!("SL-T {}", target.levels.highest()),
    )
}

fn label(
    shapes: &mut Vec<Shape>,
    index: usize,
    conduit: &Conduit,
    crowded: bool,
    router: &mut Router<'_>,
) {
    let number = format!("C{}", index + 1);
    let size = if crowded { 5.0 } else { 6.5 };
    let protections: Vec<&str> = conduit
        .protections
        .iter()
        .map(|protection| protection.title())
        .collect();
    let first = match protections.as_slice() {
        [] => number.clone(),
        [one] => format!("{number} {one}"),
        [one, rest @ ..] => format!("{number} {one} +{}", rest.len()),
    };
    let lines = if crowded {
        vec![number]
    } else {
        vec![first, level(conduit.target.as_ref())]
    };
    let width = lines
        .iter()
        .map(|line| text_width(line, size))
        .fold(0.0, f32::max)
        + 6.0;
    let step = size * LINE_FACTOR;
    let height = step * lines.len() as f32 + 3.0;
    let Some(frame) = router.place(&conduit.ends, width, height) else {
        return;
    };
    shapes.push(Shape::Box {
        x: frame.x,
        y: frame.y,
        width,
        height,
        fill: Some(palette::WHITE),
        edge: Some(Edge {
            color: palette::ACCENT,
            width: 0.6,
            dash: Vec::new(),
        }),
    });
    for (row, text) in lines.into_iter().enumerate() {
        let face = if row == 0 { Face::Bold } else { Face::Regular };
        shapes.push(Shape::Text {
            x: frame.x + width / 2.0,
            y: frame.y + 1.5 + step * row as f32,
            width,
            text,
            face,
            size,
            color: palette::INK,
            centred: true,
        });
    }
}
