//! The content files inside the program, so that a pack can neither be missing nor be changed on the laptop.

/// The files of one pack.
#[derive(Debug, Clone, Copy)]
pub struct EmbeddedPack {
    /// Folder under `assessments/`, equal to the id of the pack.
    pub folder: &'static str,
    /// File name and text of each.
    pub files: &'static [(&'static str, &'static str)],
}

macro_rules! embedded_pack {
    ($folder:literal: $($file:literal),+ $(,)?) => {
        EmbeddedPack {
            folder: $folder,
            files: &[$((
                $file,
                include_str!(concat!("../../../assessments/", $folder, "/", $file)),
            )),+],
        }
    };
}

/// Every pack of `assessments/`, those of sites first; a test compares this list with the folder.
pub const EMBEDDED: &[EmbeddedPack] = &[
    embedded_pack!("iec62443-3-3-2013":
        "pack.toml", "fr1.toml", "fr2.toml", "fr3.toml", "fr4.toml", "fr5.toml", "fr6.toml", "fr7.toml"),
    embedded_pack!("iec62443-2-1-2024":
        "pack.toml", "spe1.toml", "spe2.toml", "spe3.toml", "spe4.toml", "spe5.toml", "spe6.toml", "spe7.toml",
        "spe8.toml"),
    embedded_pack!("iec62443-4-2-2019":
        "pack.toml", "ccsc.toml", "fr1.toml", "fr2.toml", "fr3.toml", "fr4.toml", "fr5.toml", "fr6.toml", "fr7.toml"),
    embedded_pack!("iec62443-2-1-2010":
        "pack.toml", "4-2.toml", "4-3-a.toml", "4-3-b.toml", "4-4.toml"),
];

macro_rules! embedded_files {
    ($folder:literal: $($file:literal),+ $(,)?) => {
        &[$((
            $file,
            include_str!(concat!("../../../assessments/", $folder, "/", $file)),
        )),+]
    };
}

/// Every framework: file name and text.
pub const EMBEDDED_FRAMEWORKS: &[(&str, &str)] =
    embedded_files!("frameworks": "iso27001-2022.toml", "nist-csf-2-0.toml");

/// Every mapping: file name and text.
pub const EMBEDDED_MAPPINGS: &[(&str, &str)] = embedded_files!("mappings":
    "iec62443-2-1-2010-to-iec62443-2-1-2024.toml",
    "iec62443-2-1-2024-to-iso27001-2022.toml",
    "iec62443-2-1-2024-to-nist-csf-2-0.toml",
    "iec62443-3-3-2013-to-iso27001-2022.toml",
    "iec62443-3-3-2013-to-nist-csf-2-0.toml",
);
