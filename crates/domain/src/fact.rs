//! Scoping facts: what is present in a zone or conduit, and so which requirements can apply there.

use std::collections::BTreeMap;

use crate::word_list;

word_list! {
    /// Something whose absence makes requirements void in a unit (62443-3-3: each one that names it).
    ScopingFact {
        /// People log in or act here.
        HumanUsers = "human_users", "People log in or operate something";
        /// Programs or devices talk to each other here.
        SoftwareProcesses = "software_processes", "Programs or devices talk to each other";
        /// Radio links of any kind.
        Wireless = "wireless", "Wireless links are used";
        /// Reached from a network that the site does not control; a modem that everybody forgot counts.
        UntrustedAccess = "untrusted_access", "Something can be reached from an untrusted network or a forgotten modem";
        /// Laptops, sticks, handhelds that come and go; the open port decides, not the habit.
        PortableDevices = "portable_devices", "Portable devices or media could be connected";
        /// Scripts, macros, applets that arrive over the network or by media; the ability decides, not the habit.
        MobileCode = "mobile_code", "Mobile code (scripts, macros, applets) could run";
        /// Anything is encrypted or signed.
        Cryptography = "cryptography", "Cryptography is used";
        /// Certificates from an authority.
        Pki = "pki", "Certificates of a PKI are used";
        /// Logins by key.
        PublicKeys = "public_keys", "Logins use public keys";
        /// Logins by password.
        Passwords = "passwords", "Logins use passwords";
        /// Recipes, designs, personal data and the like.
        ConfidentialInformation = "confidential_information", "Confidential information is kept or carried";
        /// Drives actuators directly.
        ControlOutputs = "control_outputs", "Outputs drive the process";
    }
}

impl ScopingFact {
    /// One or two words for the head of a column.
    pub const fn short(self) -> &'static str {
        match self {
            Self::HumanUsers => "People",
            Self::SoftwareProcesses => "Programs",
            Self::Wireless => "Wireless",
            Self::UntrustedAccess => "Untrusted access",
            Self::PortableDevices => "Portable devices",
            Self::MobileCode => "Mobile code",
            Self::Cryptography => "Crypto",
            Self::Pki => "PKI",
            Self::PublicKeys => "Public keys",
            Self::Passwords => "Passwords",
            Self::ConfidentialInformation => "Secrets",
            Self::ControlOutputs => "Outputs",
        }
    }

    /// The opposite of [`ScopingFact::title`], to stand in the middle of a sentence and before a place.
    pub const fn denial(self) -> &'static str {
        match self {
            Self::HumanUsers => "nobody logs in or operates anything",
            Self::SoftwareProcesses => "no programs or devices talk to each other",
            Self::Wireless => "no wireless links are used",
            Self::UntrustedAccess => {
                "nothing can be reached from an untrusted network or a forgotten modem"
            }
            Self::PortableDevices => "no portable devices or media could be connected",
            Self::MobileCode => "no mobile code (scripts, macros, applets) could run",
            Self::Cryptography => "no cryptography is used",
            Self::Pki => "no certificates of a PKI are used",
            Self::PublicKeys => "no login uses a public key",
            Self::Passwords => "no login uses a password",
            Self::ConfidentialInformation => "no confidential information is kept or carried",
            Self::ControlOutputs => "no outputs drive the process",
        }
    }

    /// The reason that screen and report give where the fact does not hold, as a sentence.
    pub fn absence(self) -> String {
        let (first, rest) = self.denial().split_at(1);
        format!("{}{rest} here.", first.to_uppercase())
    }
}

/// What was said about the facts of one unit: present, absent, or nothing (the start). Facts hold for their unit alone
/// and pass to nothing inside it: an absence makes requirements void, so somebody must have said it of that very unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<ScopingFact, bool>);

impl Facts {
    /// True when present, false when absent, `None` when nobody said.
    pub fn get(&self, fact: ScopingFact) -> Option<bool> {
        self.0.get(&fact).copied()
    }

    /// Says that the fact is present or absent; `None` takes back what was said.
    pub fn set(&mut self, fact: ScopingFact, present: Option<bool>) {
        match present {
            Some(present) => self.0.insert(fact, present),
            None => self.0.remove(&fact),
        };
    }

    /// True when somebody said that the fact is absent; not said is not absent.
    pub fn is_absent(&self, fact: ScopingFact) -> bool {
        self.get(fact) == Some(false)
    }

    /// What was said, in the order of [`ScopingFact::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (ScopingFact, bool)> + '_ {
        self.0.iter().map(|(fact, present)| (*fact, *present))
    }
}

impl FromIterator<(ScopingFact, bool)> for Facts {
    fn from_iter<T: IntoIterator<Item = (ScopingFact, bool)>>(said: T) -> Self {
        Self(said.into_iter().collect())
    }
}
