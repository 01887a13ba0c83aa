//! What is odd about a file, a column or a cell, said so that a person can find it and put it right.

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The value cannot be used as it stands; it is left out or kept as raw text.
    Error,
    /// A person has to decide; a proposal is in the message.
    Question,
    /// Used, but looks wrong.
    Warning,
    /// Worth knowing.
    Notice,
}

impl Severity {
    /// Stable word: `error`, `question`, `warning`, `notice`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Question => "question",
            Self::Warning => "warning",
            Self::Notice => "notice",
        }
    }
}

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// Which problem it is; the words are stable and never reused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $name),+ }

        impl ProblemCode {
            /// All codes.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Stable word.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

problem_codes! {
    /// The cell shows a spreadsheet error such as `#N/A`.
    CellError = "import_cell_error",
    /// A formula without a stored result.
    FormulaWithoutValue = "import_formula_without_value",
    /// A cell that the reader could not decode.
    UnreadableCell = "import_unreadable_cell",
    /// Rows or columns beyond a limit were left out.
    SheetCut = "import_sheet_cut",
    /// A text file whose name ends like a workbook.
    WrongEnding = "import_wrong_ending",
    /// Bytes that the encoding does not know.
    Undecodable = "import_undecodable_text",
    /// A column of secrets, left out.
    SecretColumn = "import_secret_column",
    /// A cell that looks like a password or key in a column of another kind.
    SecretCell = "import_secret_cell",
    /// Two columns were guessed to hold the same field.
    SameField = "import_same_field",
    /// A header guess that the values contradict.
    HeaderVetoed = "import_header_vetoed",
    /// The sheet does not look like a list of assets.
    NotAnAssetList = "import_not_an_asset_list",
    /// No column gives names.
    NoNameColumn = "import_no_name_column",
    /// A row without a name; another value stands in.
    NameMissing = "import_name_missing",
    /// Two rows with one name.
    NameRepeated = "import_name_repeated",
    /// A text that is no IP address.
    IpInvalid = "import_ip_invalid",
    /// A range of IP addresses, which is not expanded.
    IpRange = "import_ip_range",
    /// An IP address with leading zeros.
    IpLeadingZeros = "import_ip_leading_zeros",
    /// A number that may be an IP address that lost its points.
    IpFromNumber = "import_ip_from_number",
    /// A network, broadcast, loopback, link-local or public address.
    IpUnusual = "import_ip_unusual",
    /// A text that is no MAC address.
    MacInvalid = "import_mac_invalid",
    /// A MAC address of zeros, of a group or of no one device.
    MacUnusual = "import_mac_unusual",
    /// A text that is no Purdue level.
    PurdueInvalid = "import_purdue_invalid",
    /// A criticality that is not in the word list.
    CriticalityUnknown = "import_criticality_unknown",
    /// A kind of asset that is not in the word list.
    TypeUnknown = "import_type_unknown",
    /// A status that is not in the word list.
    StatusUnknown = "import_status_unknown",
    /// A text that is no date.
    DateInvalid = "import_date_invalid",
    /// A column of dates whose order of day and month is open.
    DateOrder = "import_date_order",
    /// A number that may be a date.
    DateFromNumber = "import_date_from_number",
    /// A number that is no VLAN.
    VlanInvalid = "import_vlan_invalid",
    /// Text that the spreadsheet program turned into a number or a date.
    TextBecameNumber = "import_text_became_number",
    /// A zone that the site does not have yet.
    ZoneUnknown = "import_zone_unknown",
    /// A zone name that differs from an existing one only by case or spaces.
    ZoneSpelling = "import_zone_spelling",
    /// Blank cells below a single value in a column that may be meant to be filled down.
    BlanksBelow = "import_blanks_below",
    /// A text longer than the site keeps.
    TextTooLong = "import_text_too_long",
    /// More problems of one kind than are listed.
    MoreOfTheSame = "import_more_of_the_same",
}

/// One problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportProblem {
    /// Which one.
    pub code: ProblemCode,
    /// How much it matters.
    pub severity: Severity,
    /// Sheet it is on; empty when the whole file is meant.
    pub sheet: String,
    /// Address of the cell in the sheet, for example `C17`; `None` when a column, row or sheet is meant.
    pub cell: Option<String>,
    /// What is wrong and what was done about it, one or two plain sentences that name the place.
    pub message: String,
    /// What the person can do.
    pub hint: String,
}
