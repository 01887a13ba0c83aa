//! Ways for conduits: lines of level and upright pieces between zones, with room for their labels. Of a handful of
//! simple ways the one is taken that crosses the fewest other zones and runs along the fewest other conduits.

use std::collections::BTreeMap;

use zonewright_domain::id::ZoneId;
use zonewright_domain::plan::Nesting;

/// A rectangle of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Frame {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Frame {
    fn right(&self) -> f32 {
        self.x + self.width
    }

    fn bottom(&self) -> f32 {
        self.y + self.height
    }

    fn centre(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    fn contains(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && self.right() >= other.right()
            && self.bottom() >= other.bottom()
    }

    /// Area that both cover.
    fn shared(&self, other: &Self) -> f32 {
        let width = self.right().min(other.right()) - self.x.max(other.x);
        let height = self.bottom().min(other.bottom()) - self.y.max(other.y);
        width.max(0.0) * height.max(0.0)
    }

    /// The rectangle around a level or upright piece.
    fn around(from: Point, to: Point) -> Self {
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        Self {
            x,
            y,
            width: (from.0 - to.0).abs().max(0.2),
            height: (from.1 - to.1).abs().max(0.2),
        }
    }

    fn grown(&self, by: f32) -> Self {
        Self {
            x: self.x - by,
            y: self.y - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }
}

type Point = (f32, f32);
type Way = Vec<Point>;

/// Finds ways and remembers what is taken.
pub(crate) struct Router<'a> {
    frames: &'a BTreeMap<ZoneId, Frame>,
    nesting: &'a Nesting,
    /// Titles and labels.
    taken: Vec<Frame>,
    /// Pieces of the conduits so far.
    pieces: Vec<Frame>,
    ways: BTreeMap<Vec<ZoneId>, Vec<Way>>,
}

impl<'a> Router<'a> {
    pub(crate) fn new(frames: &'a BTreeMap<ZoneId, Frame>, nesting: &'a Nesting) -> Self {
        Self {
            frames,
            nesting,
            taken: Vec::new(),
            pieces: Vec::new(),
            ways: BTreeMap::new(),
        }
    }

    /// Keeps labels away from here.
    pub(crate) fn occupy(&mut self, frame: Frame) {
        self.taken.push(frame);
    }

    /// Ways that join these zones: one for two ends, a star for more.
    pub(crate) fn route(&mut self, ends: &[ZoneId]) -> Vec<Way> {
        let known: Vec<&ZoneId> = ends
            .iter()
            .filter(|end| self.frames.contains_key(end))
            .collect();
        let ways: Vec<Way> = match known.as_slice() {
            [] | [_] => Vec::new(),
            [one, other] => vec![self.best(self.frames[*one], self.frames[*other], &known)],
            many => {
                let hub = self.hub(many);
                many.iter()
                    .map(|end| self.best(self.frames[*end], hub, &known))
                    .collect()
            }
        };
        for piece in ways.iter().flat_map(|way| way.windows(2)) {
            self.pieces.push(Frame::around(piece[0], piece[1]));
        }
        self.ways
            .entry(ends.to_vec())
            .or_default()
            .extend(ways.iter().cloned());
        ways
    }

    /// Where the ways of several ends meet: near the middle of the ends, clear of zones that do not hold them all.
    fn hub(&self, ends: &[&ZoneId]) -> Frame {
        let centres = ends.iter().map(|end| self.frames[*end].centre());
        let sum = centres.fold((0.0, 0.0), |sum, (x, y)| (sum.0 + x, sum.1 + y));
        let (x, y) = (sum.0 / ends.len() as f32, sum.1 / ends.len() as f32);
        let blocked = |hub: &Frame| {
            let room = hub.grown(14.0);
            let zones = self.frames.iter().filter(|(zone, frame)| {
                let holds_all = ends
                    .iter()
                    .all(|end| *end != *zone && self.nesting.is_within(end, zone));
                !holds_all && frame.shared(&room) > 0.0
            });
            zones.count()
                + self
                    .taken
                    .iter()
                    .filter(|taken| taken.shared(&room) > 0.0)
                    .count()
        };
        let mut best: Option<(f32, Frame)> = None;
        for step in 0..169_u16 {
            let (dx, dy) = (f32::from(step % 13) - 6.0, f32::from(step / 13) - 6.0);
            let hub = Frame {
                x: (x + dx * 20.0).max(2.0),
                y: (y + dy * 20.0).max(2.0),
                width: 3.0,
                height: 3.0,
            };
            let cost = blocked(&hub) as f32 * 100.0 + dx.abs() + dy.abs();
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, hub));
            }
        }
        best.map_or(
            Frame {
                x,
                y,
                width: 3.0,
                height: 3.0,
            },
            |(_, hub)| hub,
        )
    }

    fn best(&self, one: Frame, other: Frame, ends: &[&ZoneId]) -> Way {
        let cost = |way: &Way| -> f32 {
            let pieces = way.windows(2);
            let length: f32 = pieces
                .clone()
                .map(|piece| Frame::around(piece[0], piece[1]))
                .map(|piece| piece.width.max(piece.height))
                .sum();
            // Too short to bear a label.
            let cramped = (44.0 - length).max(0.0) * 1.5;
            pieces
                .map(|piece| self.cost(piece[0], piece[1], ends))
                .sum::<f32>()
                + way.len() as f32 * 6.0
                + cramped
        };
        let mut best: Option<(f32, Way)> = None;
        for way in candidates(&one, &other) {
            let cost = cost(&way);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, way));
            }
        }
        best.map_or_else(|| vec![one.centre(), other.centre()], |(_, way)| way)
    }

    fn cost(&self, from: Point, to: Point, ends: &[&ZoneId]) -> f32 {
        let piece = Frame::around(from, to);
        let crossed = self.frames.iter().filter(|(zone, frame)| {
            let ours = ends.iter().any(|end| self.nesting.is_within(end, zone));
            !ours && frame.shared(&piece) > 0.0
        });
        let beside = self.pieces.iter().filter(|other| {
            let along = (other.width > other.height) == (piece.width > piece.height);
            along && other.grown(3.0).shared(&piece.grown(0.5)) > 12.0
        });
        let titles = self.taken.iter().filter(|title| title.shared(&piece) > 0.0);
        let length = piece.width.max(piece.height);
        crossed.count() as f32 * 60.0
            + beside.count() as f32 * 45.0
            + titles.count() as f32 * 25.0
            + length * 0.15
    }

    /// A place for a label of this size on the way between these zones, where it covers least; `None` without a way.
    pub(crate) fn place(&mut self, ends: &[ZoneId], width: f32, height: f32) -> Option<Frame> {
        let ways = self.ways.get(ends)?;
        let mut best: Option<(f32, Frame)> = None;
        if let (true, Some((x, y))) = (ways.len() > 1, ways[0].last()) {
            let hub = Frame {
                x: (x - width / 2.0).max(0.0),
                y: (y - height / 2.0).max(0.0),
                width,
                height,
            };
            let over: f32 = self.taken.iter().map(|taken| taken.shared(&hub)).sum();
            best = Some((over * 4.0 - 30.0, hub));
        }
        for piece in ways.iter().flat_map(|way| way.windows(2)) {
            let length = (piece[0].0 - piece[1].0).abs() + (piece[0].1 - piece[1].1).abs();
            for part in [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95] {
                let x = piece[0].0 + (piece[1].0 - piece[0].0) * part - width / 2.0;
                let y = piece[0].1 + (piece[1].1 - piece[0].1) * part - height / 2.0;
                let frame = Frame {
                    x: x.max(0.0),
                    y: y.max(0.0),
                    width,
                    height,
                };
                let over_labels: f32 = self
                    .taken
                    .iter()
                    .map(|taken| taken.shared(&frame.grown(1.0)))
                    .sum();
                let over_ways: f32 = self
                    .pieces
                    .iter()
                    .filter(|other| other.shared(&frame) > 0.0)
                    .count() as f32;
                let cost = over_labels * 4.0 + over_ways * 10.0 - length.min(60.0) * 0.2
                    + (part - 0.5_f32).abs() * 8.0;
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, frame));
                }
            }
        }
        let (_, frame) = best?;
        self.taken.push(frame);
        Some(frame)
    }
}

/// Simple ways from the edge of one rectangle to the edge of another.
fn candidates(one: &Frame, other: &Frame) -> Vec<Way> {
    if one.contains(other) {
        return to_the_edge(other, one);
    }
    if other.contains(one) {
        return to_the_edge(one, other);
    }
    let mut ways = straight(one, other);
    ways.extend(bent(one, other));
    ways.extend(bent(other, one));
    ways.extend(stepped(one, other));
    ways
}

/// From a zone to the edge of the zone around it.
fn to_the_edge(inner: &Frame, outer: &Frame) -> Vec<Way> {
    let mut ways = Vec::new();
    for part in [0.5, 0.25, 0.75] {
        let (x, y) = (inner.x + inner.width * part, inner.y + inner.height * part);
        ways.push(vec![(inner.right(), y), (outer.right(), y)]);
        ways.push(vec![(inner.x, y), (outer.x, y)]);
        ways.push(vec![(x, inner.bottom()), (x, outer.bottom())]);
        ways.push(vec![(x, inner.y), (x, outer.y)]);
    }
    ways
}

fn straight(one: &Frame, other: &Frame) -> Vec<Way> {
    let mut ways = Vec::new();
    let (left, right) = (one.x.max(other.x), one.right().min(other.right()));
    let (top, bottom) = (one.y.max(other.y), one.bottom().min(other.bottom()));
    for part in [0.5, 0.25, 0.75, 0.12, 0.88] {
        if right - left > 6.0 {
            let x = left + (right - left) * part;
            let (upper, lower) = if one.y < other.y {
                (one, other)
            } else {
                (other, one)
            };
            ways.push(vec![(x, upper.bottom()), (x, lower.y)]);
        }
        if bottom - top > 6.0 {
            let y = top + (bottom - top) * part;
            let (first, second) = if one.x < other.x {
                (one, other)
            } else {
                (other, one)
            };
            ways.push(vec![(first.right(), y), (second.x, y)]);
        }
    }
    ways
}

/// Level out of `one`, then upright into `other`.
fn bent(one: &Frame, other: &Frame) -> Vec<Way> {
    let mut ways = Vec::new();
    for part in [0.5, 0.25, 0.75] {
        let y = one.y + one.height * part;
        let x = other.x + other.width * part;
        if y > other.y && y < other.bottom() || x > one.x && x < one.right() {
            continue;
        }
        let start = if x > one.right() { one.right() } else { one.x };
        let end = if y < other.y { other.y } else { other.bottom() };
        ways.push(vec![(start, y), (x, y), (x, end)]);
    }
    ways
}

/// Two pieces in one direction with a step between them.
fn stepped(one: &Frame, other: &Frame) -> Vec<Way> {
    let mut ways = Vec::new();
    for part in [0.5, 0.3, 0.7] {
        let (first, second) = if one.x < other.x {
            (one, other)
        } else {
            (other, one)
        };
        if second.x > first.right() {
            let x = first.right() + (second.x - first.right()) * part;
            let (from, to) = (
                first.y + first.height * part,
                second.y + second.height * part,
            );
            ways.push(vec![
                (first.right(), from),
                (x, from),
                (x, to),
                (second.x, to),
            ]);
        }
        let (upper, lower) = if one.y < other.y {
            (one, other)
        } else {
            (other, one)
        };
        if lower.y > upper.bottom() {
            let y = upper.bottom() + (lower.y - upper.bottom()) * part;
            let (from, to) = (upper.x + upper.width * part, lower.x + lower.width * part);
            ways.push(vec![
                (from, upper.bottom()),
                (from, y),
                (to, y),
                (to, lower.y),
            ]);
        }
    }
    ways
}
