//! The patterns of identifiers in packs.

use zonewright_domain::component::ComponentType;
use zonewright_domain::level::Fr;
use zonewright_domain::pack::PackScale;

/// Group of the constraints of 62443-4-2 that hold for every component at every level.
pub(crate) const CONSTRAINTS: &str = "CCSC";

/// An identifier that carries its FR, of 62443-3-3 or 62443-4-2, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LevelledId<'a> {
    /// `SR`, or `CR`, `SAR`, `EDR`, `HDR`, `NDR` in component packs.
    pub(crate) kind: &'a str,
    /// The FR that the first number names.
    pub(crate) fr: Fr,
    /// Second number.
    pub(crate) number: u8,
    /// Number of the enhancement; `None` for the requirement itself.
    pub(crate) enhancement: Option<u8>,
}

impl<'a> LevelledId<'a> {
    /// Reads `SR 1.1` or `SR 1.1 RE 2`, in component packs `CR 1.1` or `EDR 3.2 RE 1`; `None` for anything else.
    pub(crate) fn parse(scale: PackScale, id: &'a str) -> Option<Self> {
        let kinds: &[&str] = match scale {
            PackScale::Technical => &["SR"],
            PackScale::Component => &["CR", "SAR", "EDR", "HDR", "NDR"],
            PackScale::Programme => &[],
        };
        let (kind, rest) = id.split_once(' ')?;
        let (base, enhancement) = match rest.split_once(" RE ") {
            Some((base, number)) => (base, Some(counting_number(number)?)),
            None => (rest, None),
        };
        let (fr, number) = base.split_once('.')?;
        kinds.contains(&kind).then_some(Self {
            kind,
            fr: Fr::from_number(counting_number(fr)?)?,
            number: counting_number(number)?,
            enhancement,
        })
    }

    /// The identifier of the requirement that this one is or enhances.
    pub(crate) fn base(self) -> String {
        format!("{} {}.{}", self.kind, self.fr.number(), self.number)
    }

    /// The one type of component that the kind of requirement is about; `None` when it may be about several.
    pub(crate) fn component(self) -> Option<ComponentType> {
        match self.kind {
            "SAR" => Some(ComponentType::SoftwareApplication),
            "EDR" => Some(ComponentType::EmbeddedDevice),
            "HDR" => Some(ComponentType::HostDevice),
            "NDR" => Some(ComponentType::NetworkDevice),
            _ => None,
        }
    }
}

/// The FR that a group id such as `FR 1` names.
pub(crate) fn parse_fr(id: &str) -> Option<Fr> {
    Fr::from_number(counting_number(id.strip_prefix("FR ")?)?)
}

/// True for a constraint of 62443-4-2, such as `CCSC 1`.
pub(crate) fn is_constraint(id: &str) -> bool {
    let number = id
        .strip_prefix(CONSTRAINTS)
        .and_then(|rest| rest.strip_prefix(' '));
    number.and_then(counting_number).is_some()
}

/// The element of a requirement id of 62443-2-1: `ORG 1` of `ORG 1.1` (edition 2024 and own packs), `4.3.2.2` of
/// `4.3.2.2.1` (edition 2010); `None` for any other pattern.
pub(crate) fn element_of(id: &str) -> Option<&str> {
    let (element, number) = id.rsplit_once('.')?;
    counting_number(number)?;
    is_element(element).then_some(element)
}

/// True for the id of an element or section: `ORG 1` and `SPE 1`, or clauses such as `4.3.2.2` and `4.3`.
pub(crate) fn is_element(id: &str) -> bool {
    let lettered = id.split_once(' ').is_some_and(|(letters, number)| {
        !letters.is_empty()
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && counting_number(number).is_some()
    });
    let clause = id.contains('.') && id.split('.').all(|part| counting_number(part).is_some());
    lettered || clause
}

/// True for the id of a pack, framework or mapping: small letters, digits and hyphens.
pub(crate) fn is_pack_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The id that the question at `position` (from 0) of a requirement must have: `SR 1.1 RE 1` gives `sr-1-1-re-1.a`.
pub(crate) fn question_id(requirement: &str, position: usize) -> String {
    let stem = requirement.to_lowercase().replace([' ', '.'], "-");
    let letter = b"abcdefghijklmnopqrstuvwxyz"
        .get(position)
        .map_or('z', |byte| char::from(*byte));
    format!("{stem}.{letter}")
}

/// A number from 1 on, written without leading zeros or signs.
fn counting_number(text: &str) -> Option<u8> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levelled_ids_are_read_by_scale_and_others_refused() {
        let (technical, component) = (PackScale::Technical, PackScale::Component);
        let cases = [
            (technical, "SR 1.1", Some(("SR 1.1", None))),
            (technical, "SR 7.13 RE 2", Some(("SR 7.13", Some(2)))),
            (technical, "SR 8.1", None),
            (technical, "SR 0.1", None),
            (technical, "SR 1.01", None),
            (technical, "SR 1", None),
            (technical, "SR 1.1 RE", None),
            (technical, "SR 1.1 RE x", None),
            (technical, "sr 1.1", None),
            (technical, "CR 1.1", None),
            (component, "CR 1.1", Some(("CR 1.1", None))),
            (component, "EDR 3.2 RE 1", Some(("EDR 3.2", Some(1)))),
            (component, "NDR 1.13", Some(("NDR 1.13", None))),
            (component, "SR 1.1", None),
            (component, "CCSC 1", None),
            (component, "XDR 1.1", None),
            (PackScale::Programme, "SR 1.1", None),
        ];
        for (scale, id, expected) in cases {
            let read = LevelledId::parse(scale, id).map(|read| (read.base(), read.enhancement));
            let expected = expected.map(|(base, re)| (base.to_owned(), re));
            assert_eq!(read, expected, "{id}");
        }
    }

    #[test]
    fn the_kind_of_a_component_requirement_names_its_component() {
        let cases = [
            ("CR 1.1", None),
            ("SAR 2.4", Some(ComponentType::SoftwareApplication)),
            ("EDR 2.4", Some(ComponentType::EmbeddedDevice)),
            ("HDR 2.4 RE 1", Some(ComponentType::HostDevice)),
            ("NDR 2.4", Some(ComponentType::NetworkDevice)),
        ];
        for (id, expected) in cases {
            let read = LevelledId::parse(PackScale::Component, id).map(LevelledId::component);
            assert_eq!(read, Some(expected), "{id}");
        }
    }

    #[test]
    fn constraints_have_a_number() {
        for (id, expected) in [
            ("CCSC 1", true),
            ("CCSC", false),
            ("CCSC 0", false),
            ("CCSC1", false),
        ] {
            assert_eq!(is_constraint(id), expected, "{id}");
        }
    }

    #[test]
    fn programme_ids_name_their_element() {
        let cases = [
            ("ORG 1.1", Some("ORG 1")),
            ("USER 1.19", Some("USER 1")),
            ("4.2.2.1", Some("4.2.2")),
            ("4.3.2.6.8", Some("4.3.2.6")),
            ("4.2", None),
            ("4.2.x", None),
            ("4..1", None),
            ("4.02.1", None),
            ("ORG 1", None),
            ("ORG 1.0", None),
            ("org 1.1", None),
            ("ORG1.1", None),
            (" 1.1", None),
        ];
        for (id, expected) in cases {
            assert_eq!(element_of(id), expected, "{id}");
        }
    }

    #[test]
    fn question_ids_follow_the_requirement_and_the_position() {
        assert_eq!(question_id("SR 1.1", 0), "sr-1-1.a");
        assert_eq!(question_id("SR 1.1 RE 1", 1), "sr-1-1-re-1.b");
        assert_eq!(question_id("USER 1.10", 0), "user-1-10.a");
        assert_eq!(question_id("4.3.2.6.8", 0), "4-3-2-6-8.a");
        assert_eq!(question_id("CCSC 1", 0), "ccsc-1.a");
    }
}
