//! Closed word lists: each value has one stable word (files, wire, scripts) and one title (screens, reports).

/// Declares an enum whose values each have a stable word and a title, with `ALL`, `word`, `title` and `parse`.
#[macro_export]
macro_rules! word_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $value:ident = $word:literal, $title:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $value,)+ }

        impl $name {
            /// Every value, in the order in which lists show them.
            pub const ALL: &'static [Self] = &[$(Self::$value,)+];

            /// The stable word in files, on the wire and in scripts.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$value => $word,)+ }
            }

            /// What a person reads.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$value => $title,)+ }
            }

            /// Reads the stable word back; `None` for any other text.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.word() == word)
            }
        }
    };
}
