//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// IEC 62443 assessments without a window.
#[derive(Debug, Parser)]
#[command(name = "zonewright-cli", version, about)]
pub(crate) struct Args {
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// One command.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new, empty site file.
    New {
        /// Where it goes.
        site: PathBuf,
        /// Name of the site.
        #[arg(long, default_value = "New site")]
        name: String,
        /// Identifier, for sites that must be equal when built twice.
        #[arg(long)]
        id: Option<String>,
    },
    /// Build the sample site.
    Sample {
        /// Where it goes.
        site: PathBuf,
    },
    /// Run a script of commands, one `> command {json}` per line.
    Apply {
        /// The site file.
        site: PathBuf,
        /// The script.
        script: PathBuf,
    },
    /// Import assets from a spreadsheet.
    Import {
        /// The site file.
        site: PathBuf,
        /// The spreadsheet.
        file: PathBuf,
        /// Sheet; guessed when absent.
        #[arg(long)]
        sheet: Option<String>,
        /// Row of the headers, from 1; guessed when absent.
        #[arg(long)]
        header_row: Option<u32>,
        /// Takes a column for a field: `--map manufacturer=D` or `--map manufacturer="Made by"`; `skip=D` leaves it out.
        #[arg(long = "map", value_name = "FIELD=COLUMN")]
        map: Vec<String>,
        /// Say what would happen and change nothing.
        #[arg(long)]
        dry_run: bool,
        /// Make the zones that the list names and the site lacks.
        #[arg(long)]
        create_zones: bool,
    },
    /// Write the questions of a unit as a sheet to fill in, or read a filled-in sheet back.
    Walkdown {
        /// The site file.
        site: PathBuf,
        /// Where the sheet goes.
        #[arg(required_unless_present = "read", requires = "unit")]
        out: Option<PathBuf>,
        /// Whose questions: the name of a zone or conduit, zone:ID, conduit:ID, or `site` for the programme.
        #[arg(long)]
        unit: Option<String>,
        /// Only questions that are still open.
        #[arg(long)]
        open: bool,
        /// Only questions that are due in the unit.
        #[arg(long)]
        due: bool,
        /// Only questions for this person, such as operator.
        #[arg(long)]
        contact: Option<String>,
        /// Only questions that are answered at this place, such as control_room.
        #[arg(long)]
        place: Option<String>,
        /// A filled-in sheet to read back.
        #[arg(long, value_name = "FILE", conflicts_with_all = ["out", "unit", "open", "due", "contact", "place"])]
        read: Option<PathBuf>,
        /// Say what would change and change nothing.
        #[arg(long, requires = "read")]
        dry_run: bool,
    },
    /// Print SL-T, SL-A, possible SL-A and gap of every unit.
    Posture {
        /// The site file.
        site: PathBuf,
    },
    /// Write the report.
    Report {
        /// The site file.
        site: PathBuf,
        /// Where the PDF goes.
        out: PathBuf,
    },
    /// Make a self-made identity, kept encrypted in the configuration folder.
    Identity {
        /// Name of the person.
        name: String,
        /// Company.
        #[arg(long, default_value = "")]
        organisation: String,
        /// File whose first line is the passphrase.
        #[arg(long)]
        passphrase_file: PathBuf,
    },
    /// Sign a report.
    Sign {
        /// The report.
        pdf: PathBuf,
        /// assessor, reviewer or asset_owner.
        #[arg(long)]
        role: String,
        /// A PKCS#12 file.
        #[arg(long, conflicts_with = "identity")]
        p12: Option<PathBuf>,
        /// A kept identity.
        #[arg(long)]
        identity: Option<String>,
        /// File whose first line is the passphrase.
        #[arg(long)]
        passphrase_file: PathBuf,
        /// Why.
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Verify the signatures of a report.
    Verify {
        /// The report.
        pdf: PathBuf,
        /// Compare with this site too.
        #[arg(long)]
        site: Option<PathBuf>,
    },
    /// Check a site file: integrity, schema, hash chain, evidence.
    Check {
        /// The site file.
        site: PathBuf,
    },
    /// Print the journal.
    History {
        /// The site file.
        site: PathBuf,
        /// How many operations, newest first.
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Print the packs, or the requirements and questions of one, or check a pack of your own.
    Catalog {
        /// Id of a pack.
        pack: Option<String>,
        /// Read the files of a folder as a pack and tell every problem with file, line and remedy.
        #[arg(long, value_name = "FOLDER", conflicts_with = "pack")]
        check: Option<PathBuf>,
    },
    /// Save a copy of a site file.
    Copy {
        /// The site file.
        site: PathBuf,
        /// Where the copy goes.
        to: PathBuf,
    },
}
