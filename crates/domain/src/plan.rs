//! Zones and conduits: the plan of the system under consideration (62443-3-2 ZCR 3).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::fact::Facts;
use crate::id::{ConduitId, ZoneId};
use crate::level::LevelVector;
use crate::word_list;

word_list! {
    /// What a zone is.
    ZoneKind {
        /// Business network.
        Enterprise = "enterprise", "Enterprise";
        /// Buffer between business and control.
        Dmz = "dmz", "DMZ";
        /// Supervision and control.
        Control = "control", "Control";
        /// Safety instrumented system (ZCR 3.3).
        Safety = "safety", "Safety";
        /// Wireless devices (ZCR 3.5).
        Wireless = "wireless", "Wireless";
        /// Devices that come and go (ZCR 3.4).
        Temporary = "temporary", "Temporarily connected";
        /// Devices reached over outside networks (ZCR 3.6).
        Remote = "remote", "Remotely connected";
        /// Outside the system under consideration and not trusted; not assessed.
        Outside = "outside", "Outside, untrusted";
    }
}

impl ZoneKind {
    /// False for what lies outside the system under consideration.
    pub const fn is_assessed(self) -> bool {
        !matches!(self, Self::Outside)
    }
}

word_list! {
    /// Level of the Purdue reference model.
    Purdue {
        /// Level 0.
        L0 = "0", "0 Process";
        /// Level 1.
        L1 = "1", "1 Basic control";
        /// Level 2.
        L2 = "2", "2 Supervision";
        /// Level 3.
        L3 = "3", "3 Site operations";
        /// Level 3.5.
        L35 = "3.5", "3.5 DMZ";
        /// Level 4.
        L4 = "4", "4 Business";
        /// Level 5.
        L5 = "5", "5 Enterprise";
    }
}

word_list! {
    /// What protects a conduit.
    Protection {
        /// Firewall.
        Firewall = "firewall", "Firewall";
        /// One-way link.
        Diode = "diode", "Data diode";
        /// VPN gateway.
        Vpn = "vpn", "VPN gateway";
        /// Jump host.
        JumpHost = "jump_host", "Jump host";
        /// Application gateway or proxy.
        Proxy = "proxy", "Application proxy";
    }
}

word_list! {
    /// Where a target level comes from.
    TargetSource {
        /// Set by a person who gives the reason.
        Manual = "manual", "Set by hand";
        /// From the risk assessment.
        Risk = "risk", "From risk";
    }
}

/// The target of a unit: SL-T with where it comes from (62443-3-2 ZCR 5.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// SL-T per FR.
    pub levels: LevelVector,
    /// Where it comes from.
    pub source: TargetSource,
    /// Why this level; may be empty while work is going on.
    pub reason: String,
}

/// A rectangle on the drawing, in drawing units (1 unit = 1 CSS pixel at 100 % zoom); absolute, not relative to a parent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge; grows downwards.
    pub y: i32,
    /// Width, at least [`Rect::MIN_WIDTH`].
    pub width: i32,
    /// Height, at least [`Rect::MIN_HEIGHT`].
    pub height: i32,
}

impl Rect {
    /// Narrowest zone that can hold its name.
    pub const MIN_WIDTH: i32 = 80;
    /// Lowest zone that can hold its name.
    pub const MIN_HEIGHT: i32 = 48;
    /// Farthest coordinate and greatest size; keeps sums within `i32`.
    pub const LIMIT: i32 = 1_000_000;

    /// True when the size is possible and every coordinate lies within [`Rect::LIMIT`].
    pub const fn is_valid(&self) -> bool {
        self.width >= Self::MIN_WIDTH
            && self.height >= Self::MIN_HEIGHT
            && self.width <= Self::LIMIT
            && self.height <= Self::LIMIT
            && self.x.unsigned_abs() <= Self::LIMIT as u32
            && self.y.unsigned_abs() <= Self::LIMIT as u32
    }
}

/// A zone: assets with common security needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its identifier.
    pub id: ZoneId,
    /// Name; never empty.
    pub name: String,
    /// Kind.
    pub kind: ZoneKind,
    /// What it is for.
    pub purpose: String,
    /// Its boundary, logical and physical, in words.
    pub boundary: String,
    /// Who answers for it.
    pub accountable: String,
    /// The zone around it.
    pub parent: Option<ZoneId>,
    /// Purdue level.
    pub purdue: Option<Purdue>,
    /// SL-T, when set.
    pub target: Option<Target>,
    /// What was said to be present in it.
    pub facts: Facts,
    /// Place on the drawing.
    pub rect: Rect,
}

/// A conduit: the way by which two or more zones talk to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conduit {
    /// Its identifier.
    pub id: ConduitId,
    /// Name; never empty.
    pub name: String,
    /// What it carries and why.
    pub purpose: String,
    /// Two or more different zones.
    pub ends: Vec<ZoneId>,
    /// What protects it.
    pub protections: BTreeSet<Protection>,
    /// SL-T, when set.
    pub target: Option<Target>,
    /// What was said to be present on it.
    pub facts: Facts,
}

/// A unit of assessment: a zone or a conduit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A zone.
    Zone(ZoneId),
    /// A conduit.
    Conduit(ConduitId),
}

impl Unit {
    /// Reads `zone:<id>` or `conduit:<id>`; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "zone" => ZoneId::parse(id).ok().map(Self::Zone),
            "conduit" => ConduitId::parse(id).ok().map(Self::Conduit),
            _ => None,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Zone(id) => write!(f, "zone:{id}"),
            Self::Conduit(id) => write!(f, "conduit:{id}"),
        }
    }
}

/// Which zone lies in which: parents by zone, with the walks that rules need. Broken links end a walk, cycles too.
#[derive(Debug, Clone, Default)]
pub struct Nesting {
    parents: BTreeMap<ZoneId, ZoneId>,
}

impl Nesting {
    /// The nesting of these zones.
    pub fn of<'a>(zones: impl IntoIterator<Item = &'a Zone>) -> Self {
        let parents = zones
            .into_iter()
            .filter_map(|zone| Some((zone.id.clone(), zone.parent.clone()?)))
            .collect();
        Self { parents }
    }

    /// The zone itself, then its parent, and so on outwards.
    pub fn outwards(&self, zone: &ZoneId) -> Vec<ZoneId> {
        let mut chain = vec![zone.clone()];
        while let Some(parent) = chain.last().and_then(|last| self.parents.get(last)) {
            if chain.contains(parent) {
                break;
            }
            chain.push(parent.clone());
        }
        chain
    }

    /// True when `inner` is `outer` or lies somewhere inside it.
    pub fn is_within(&self, inner: &ZoneId, outer: &ZoneId) -> bool {
        self.outwards(inner).contains(outer)
    }

    /// The zones that hold every end of a conduit, nearest first.
    pub fn around(&self, ends: &[ZoneId]) -> Vec<ZoneId> {
        let Some((first, rest)) = ends.split_first() else {
            return Vec::new();
        };
        self.outwards(first)
            .into_iter()
            .filter(|outer| rest.iter().all(|end| self.is_within(end, outer)))
            .collect()
    }

    /// True when putting `zone` into `parent` would make it lie inside itself.
    pub fn would_cycle(&self, zone: &ZoneId, parent: &ZoneId) -> bool {
        self.is_within(parent, zone)
    }
}
