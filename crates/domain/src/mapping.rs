//! Mappings: which entries of two standards meet, how strongly, and why. Read from either end.

use crate::word_list;

word_list! {
    /// How much of one entry the other covers, as judged pair by pair.
    Strength {
        /// Meeting one fulfils the other.
        Same = "same", "Same";
        /// One covers a real share of the other.
        Part = "part", "Part";
        /// The same subject with another demand: an answer to one is no answer to the other.
        Related = "related", "Related";
    }
}

impl Strength {
    /// True when an answer to one entry says something about the other.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Same | Self::Part)
    }
}

/// The links from one pack to another pack or to a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// Stable id: both ends joined by `-to-`.
    pub id: String,
    /// Id of the pack that the links start from.
    pub from: String,
    /// Id of the pack or framework that they lead to.
    pub to: String,
    /// One line for people.
    pub title: String,
    /// How it was judged.
    pub note: String,
    /// The links, in the order of the pack.
    pub links: Vec<Link>,
}

/// One pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Requirement of [`Mapping::from`].
    pub from: String,
    /// Requirement or control of [`Mapping::to`].
    pub to: String,
    /// How strongly they meet.
    pub strength: Strength,
    /// What they share, or what stays apart.
    pub reason: String,
}

impl Mapping {
    /// The links that start from an entry, in their order.
    pub fn links_from<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.links.iter().filter(move |link| link.from == id)
    }

    /// The links that lead to an entry, in their order.
    pub fn links_to<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.links.iter().filter(move |link| link.to == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_from_either_end() {
        let link = |from: &str, to: &str| Link {
            from: from.to_owned(),
            to: to.to_owned(),
            strength: Strength::Part,
            reason: String::new(),
        };
        let mapping = Mapping {
            id: "a-to-b".to_owned(),
            from: "a".to_owned(),
            to: "b".to_owned(),
            title: String::new(),
            note: String::new(),
            links: vec![link("1", "x"), link("1", "y"), link("2", "x")],
        };
        let ends = |links: Vec<&Link>| -> Vec<String> {
            let pair = |link: &&Link| format!("{}{}", link.from, link.to);
            links.iter().map(pair).collect()
        };
        assert_eq!(ends(mapping.links_from("1").collect()), ["1x", "1y"]);
        assert_eq!(ends(mapping.links_to("x").collect()), ["1x", "2x"]);
        assert!(mapping.links_to("1").next().is_none());
    }

    #[test]
    fn a_related_link_lets_no_answer_count() {
        let counting: Vec<_> = Strength::ALL.iter().filter(|one| one.counts()).collect();
        assert_eq!(counting, [&Strength::Same, &Strength::Part]);
    }
}
