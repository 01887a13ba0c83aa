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

/// Every pack of `assessments/`; a test compares this list with the folder.
pub const EMBEDDED: &[EmbeddedPack] = &[
    embedded_pack!("iec62443-3-3-2013":
        "pack.toml", "fr1.toml", "fr2.toml", "fr3.toml", "fr4.toml", "fr5.toml", "fr6.toml", "fr7.toml"),
    embedded_pack!("iec62443-2-1-2024":
        "pack.toml", "spe1.toml", "spe2.toml", "spe3.toml", "spe4.toml", "spe5.toml", "spe6.toml", "spe7.toml",
        "spe8.toml"),
];
