//! The patterns of identifiers in packs.

use zonewright_domain::level::Fr;

/// An identifier of 62443-3-3 taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TechnicalId {
    /// The FR that the first number names.
    pub(crate) fr: Fr,
    /// Second number of the SR.
    pub(crate) number: u8,
    /// Number of the enhancement; `None` for the SR itself.
    pub(crate) enhancement: Option<u8>,
}

impl TechnicalId {
    /// Reads `SR 1.1` or `SR 1.1 RE 2`; `None` for anything else.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        let rest = id.strip_prefix("SR ")?;
        let (base, enhancement) = match rest.split_once(" RE ") {
            Some((base, number)) => (base, Some(counting_number(number)?)),
            None => (rest, None),
        };
        let (fr, number) = base.split_once('.')?;
        Some(Self {
            fr: Fr::from_number(counting_number(fr)?)?,
            number: counting_number(number)?,
            enhancement,
        })
    }

    /// The identifier of the SR that this one is or enhances.
    pub(crate) fn base(self) -> String {
        format!("SR {}.{}", self.fr.number(), self.number)
    }
}

/// The FR that a group id such as `FR 1` names.
pub(crate) fn parse_fr(id: &str) -> Option<Fr> {
    Fr::from_number(counting_number(id.strip_prefix("FR ")?)?)
}

/// The element (`ORG 1`) of a requirement id of 62443-2-1 such as `ORG 1.1`; `None` for any other pattern.
pub(crate) fn element_of(id: &str) -> Option<&str> {
    let (element, number) = id.split_once('.')?;
    counting_number(number)?;
    is_element(element).then_some(element)
}

/// True for an element id such as `ORG 1` and a section id such as `SPE 1`.
pub(crate) fn is_element(id: &str) -> bool {
    id.split_once(' ').is_some_and(|(letters, number)| {
        !letters.is_empty()
            && letters.bytes().all(|byte| byte.is_ascii_uppercase())
            && counting_number(number).is_some()
    })
}

/// True for the id of a pack: small letters, digits and hyphens.
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
    fn technical_ids_are_read_and_others_refused() {
        let cases = [
            ("SR 1.1", Some(("SR 1.1", None))),
            ("SR 7.13 RE 2", Some(("SR 7.13", Some(2)))),
            ("SR 8.1", None),
            ("SR 0.1", None),
            ("SR 1.01", None),
            ("SR 1", None),
            ("SR 1.1 RE", None),
            ("SR 1.1 RE x", None),
            ("sr 1.1", None),
            ("CR 1.1", None),
        ];
        for (id, expected) in cases {
            let read = TechnicalId::parse(id).map(|read| (read.base(), read.enhancement));
            let expected = expected.map(|(base, re)| (base.to_owned(), re));
            assert_eq!(read, expected, "{id}");
        }
    }

    #[test]
    fn programme_ids_name_their_element() {
        let cases = [
            ("ORG 1.1", Some("ORG 1")),
            ("USER 1.19", Some("USER 1")),
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
    }
}
