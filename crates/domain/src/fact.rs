//! Scoping facts: what is present in a zone or conduit, and so which requirements can apply there.

use crate::word_list;

word_list! {
    /// Something whose absence makes requirements void in a unit (62443-3-3: each one that names it).
    ScopingFact {
        /// People log in or act here.
        HumanUsers = "human_users", "People work here";
        /// Programs or devices talk to each other here.
        SoftwareProcesses = "software_processes", "Programs or devices talk to each other";
        /// Radio links of any kind.
        Wireless = "wireless", "Wireless links are used";
        /// Reached from a network that the site does not control.
        UntrustedAccess = "untrusted_access", "Reached from untrusted networks";
        /// Laptops, sticks, handhelds that come and go.
        PortableDevices = "portable_devices", "Portable devices or media are used";
        /// Scripts, macros, applets that arrive over the network or by media.
        MobileCode = "mobile_code", "Mobile code is used";
        /// Anything is encrypted or signed.
        Cryptography = "cryptography", "Cryptography is used";
        /// Certificates from an authority.
        Pki = "pki", "Certificates of a PKI are used";
        /// Logins by key.
        PublicKeys = "public_keys", "Public keys are used to log in";
        /// Logins by password.
        Passwords = "passwords", "Passwords are used to log in";
        /// Recipes, designs, personal data and the like.
        ConfidentialInformation = "confidential_information", "Confidential information is kept or carried";
        /// Drives actuators directly.
        ControlOutputs = "control_outputs", "Outputs drive the process";
    }
}

impl ScopingFact {
    /// The reason that the report gives where the fact does not hold.
    pub const fn absence(self) -> &'static str {
        match self {
            Self::HumanUsers => "Nobody logs in or acts here.",
            Self::SoftwareProcesses => "No programs or devices talk to each other here.",
            Self::Wireless => "No wireless link is used here.",
            Self::UntrustedAccess => "Nothing here is reached from an untrusted network.",
            Self::PortableDevices => "No portable devices or media are used here.",
            Self::MobileCode => "No mobile code is used here.",
            Self::Cryptography => "No cryptography is used here.",
            Self::Pki => "No certificates of a PKI are used here.",
            Self::PublicKeys => "No public keys are used to log in here.",
            Self::Passwords => "No passwords are used to log in here.",
            Self::ConfidentialInformation => "No confidential information is kept or carried here.",
            Self::ControlOutputs => "No output here drives the process.",
        }
    }
}
