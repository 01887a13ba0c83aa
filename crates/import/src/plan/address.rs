//! What the fields for IP and MAC addresses make of one cell.

use super::PlannedAsset;
use super::cell::{FILE_HINT, Place, Taken, Taker};
use super::tell::brief;
use crate::problem::{ProblemCode as Code, Severity};
use crate::sheet::CellValue;
use crate::value::ip::{self, Ip};
use crate::value::mac::{self, Mac};
use std::collections::BTreeSet;
use zonewright_domain::asset::AssetField;

impl Taker<'_> {
    pub(super) fn ip(&mut self, value: &CellValue, text: &str, place: &Place) -> Taken {
        let at = place.address;
        if let CellValue::Number { value: number, .. } = value
            && let Some(address) = ip::from_number(*number)
        {
            self.add(Code::IpFromNumber, Severity::Question, place,
                    format!("{at} holds the number {number:.0}, which was probably the address {address} before a spreadsheet program took its points away; {address} was taken."),
                    "Compare it with the device, and change the address of the asset if it is wrong.");
            return Taken::Value(address.to_string());
        }
        let mut addresses: Vec<String> = Vec::new();
        let mut has_refused = false;
        for (piece, found) in ip::parse_list(text) {
            let piece = brief(&piece);
            match found {
                Ip::Address(address) => addresses.push(address),
                Ip::Unusual(address, what) => {
                    self.add(
                        Code::IpUnusual,
                        Severity::Warning,
                        place,
                        format!("{address} in {at} is {what}; it was taken as it is."),
                        "Check it; nothing needs to be done if it is meant.",
                    );
                    addresses.push(address);
                }
                Ip::LeadingZeros(address) => {
                    self.add(Code::IpLeadingZeros, Severity::Question, place,
                        format!("“{piece}” in {at} has leading zeros, which some tools read as octal numbers; {address} was taken."),
                        "Change the address of the asset if another one is meant.");
                    addresses.push(address);
                }
                Ip::Range => {
                    has_refused = true;
                    self.add(Code::IpRange, Severity::Error, place,
                        format!("“{piece}” in {at} is part of a range of addresses, which is not expanded."),
                        "Write each address out, or give each device its own row.");
                }
                Ip::Invalid => {
                    has_refused = true;
                    self.add(Code::IpInvalid, Severity::Error, place,
                        format!("“{piece}” in {at} is not an IP address; it is kept as an extra property."), FILE_HINT);
                }
            }
        }
        joined(addresses, has_refused, text)
    }

    pub(super) fn mac(&mut self, text: &str, place: &Place) -> Taken {
        let at = place.address;
        let mut addresses = Vec::new();
        let mut has_refused = false;
        for (piece, found) in mac::parse_list(text) {
            match found {
                Mac::Address(address) => addresses.push(address),
                Mac::Unusual(address, what) => {
                    self.add(Code::MacUnusual, Severity::Warning, place,
                        format!("{address} in {at} is {what}, which no single device has; it was taken as it is."),
                        "Read the address from the device or its label.");
                    addresses.push(address);
                }
                Mac::Invalid => {
                    has_refused = true;
                    self.add(
                        Code::MacInvalid,
                        Severity::Error,
                        place,
                        format!(
                            "“{}” in {at} is not a MAC address; it is kept as an extra property.",
                            brief(&piece)
                        ),
                        FILE_HINT,
                    );
                }
            }
        }
        joined(addresses, has_refused, text)
    }
}

/// Several addresses as one text, each once; when a piece was refused, the raw text of the cell goes with it.
fn joined(mut values: Vec<String>, has_refused: bool, text: &str) -> Taken {
    if values.len() > 1 {
        let mut known = BTreeSet::new();
        values.retain(|value| known.insert(value.clone()));
    }
    match (values.is_empty(), has_refused) {
        (true, true) => Taken::Raw(text.to_owned()),
        (true, false) => Taken::Nothing,
        (false, true) => Taken::Part(values.join(", "), text.to_owned()),
        (false, false) => Taken::Value(values.join(", ")),
    }
}

/// A mask in a column of its own belongs to the only address of the row.
pub(super) fn join_mask(asset: &mut PlannedAsset) {
    let prefix = asset
        .fields
        .get(&AssetField::Subnet)
        .and_then(|mask| ip::prefix_of(mask.trim_start_matches('/')));
    if let (Some(prefix), Some(address)) = (
        prefix.filter(|prefix| *prefix <= 32),
        asset.fields.get_mut(&AssetField::Ip),
    ) && !address.contains([',', '/', ':'])
    {
        address.push_str(&format!("/{prefix}"));
    }
}
