//! Assets: what the plant is made of (62443-2-1:2024 CM 1.1). Each stands in at most one zone.

use std::collections::BTreeMap;

use crate::id::{AssetId, ZoneId};
use crate::word_list;

word_list! {
    /// A property that spreadsheets of assets carry; words as in the synonym table of the import.
    AssetField {
        /// Name; an asset's own attribute, not kept among the fields.
        Name = "name", "Name";
        /// Kind of asset; an asset's own attribute.
        AssetType = "asset_type", "Type";
        /// Zone by name; an asset's own attribute.
        Zone = "zone", "Zone";
        /// Plant's own number or tag.
        AssetTag = "asset_tag", "Asset tag";
        /// Network name.
        Hostname = "hostname", "Hostname";
        /// Addresses, separated by `, `.
        Ip = "ip", "IP address";
        /// Hardware addresses, separated by `, `.
        Mac = "mac", "MAC address";
        /// Network.
        Subnet = "subnet", "Subnet";
        /// Gateway address.
        Gateway = "gateway", "Gateway";
        /// VLAN numbers.
        Vlan = "vlan", "VLAN";
        /// Who made it.
        Manufacturer = "manufacturer", "Manufacturer";
        /// Model.
        Model = "model", "Model";
        /// Order number.
        PartNumber = "part_number", "Part number";
        /// Serial number.
        Serial = "serial", "Serial number";
        /// Hardware revision.
        HardwareRev = "hardware_rev", "Hardware revision";
        /// Firmware version.
        Firmware = "firmware", "Firmware";
        /// Operating system.
        Os = "os", "Operating system";
        /// Its version.
        OsVersion = "os_version", "OS version";
        /// Protocols spoken.
        Protocols = "protocols", "Protocols";
        /// Open ports and services.
        Ports = "ports", "Ports and services";
        /// Purdue level.
        Purdue = "purdue", "Purdue level";
        /// Plant.
        Site = "site", "Plant";
        /// Where it stands.
        Location = "location", "Location";
        /// Rack.
        Rack = "rack", "Rack";
        /// Slot.
        Slot = "slot", "Slot";
        /// What it belongs to.
        Parent = "parent", "Part of";
        /// How critical it is.
        Criticality = "criticality", "Criticality";
        /// Need for confidentiality.
        Conf = "conf", "Confidentiality";
        /// Need for integrity.
        Integ = "integ", "Integrity";
        /// Need for availability.
        Avail = "avail", "Availability";
        /// Classification of its information.
        Classification = "classification", "Classification";
        /// What it is for.
        Function = "function", "Function";
        /// Description.
        Description = "description", "Description";
        /// Who answers for it.
        Owner = "owner", "Owner";
        /// Who looks after it.
        Custodian = "custodian", "Custodian";
        /// Where it is in its life.
        Status = "status", "Status";
        /// When it was installed.
        InstallDate = "install_date", "Installed";
        /// When support ends.
        EolDate = "eol_date", "End of support";
        /// When warranty ends.
        WarrantyEnd = "warranty_end", "Warranty ends";
        /// First seen.
        FirstSeen = "first_seen", "First seen";
        /// Last seen.
        LastSeen = "last_seen", "Last seen";
        /// User accounts on it.
        Accounts = "accounts", "User accounts";
        /// What it logs and where to.
        Logging = "logging", "Logging";
        /// How it is reached from afar.
        RemoteAccess = "remote_access", "Remote access";
        /// How it is backed up.
        Backup = "backup", "Backup";
        /// Notes.
        Notes = "notes", "Notes";
        /// Tags.
        Tags = "tags", "Tags";
    }
}

impl AssetField {
    /// True for name, type and zone, which an [`Asset`] holds itself rather than among its fields.
    pub const fn is_own_attribute(self) -> bool {
        matches!(self, Self::Name | Self::AssetType | Self::Zone)
    }
}

word_list! {
    /// Kind of asset.
    AssetType {
        /// Programmable controller.
        Plc = "plc", "PLC";
        /// Controller of a safety instrumented system.
        SafetyController = "safety_controller", "Safety controller";
        /// Remote terminal unit.
        Rtu = "rtu", "RTU";
        /// Protection relay or other intelligent electronic device.
        Ied = "ied", "IED / relay";
        /// Controller of a distributed control system.
        DcsController = "dcs_controller", "DCS controller";
        /// Operator panel or station.
        Hmi = "hmi", "HMI";
        /// Engineering workstation.
        EngineeringWorkstation = "engineering_workstation", "Engineering workstation";
        /// SCADA or DCS server.
        ScadaServer = "scada_server", "SCADA / DCS server";
        /// Historian.
        Historian = "historian", "Historian";
        /// OPC or protocol gateway.
        Gateway = "gateway", "Protocol gateway";
        /// Robot.
        Robot = "robot", "Robot";
        /// Drive.
        Drive = "drive", "Drive";
        /// Sensor, actuator, remote I/O.
        FieldDevice = "field_device", "Field device / I/O";
        /// Switch.
        Switch = "switch", "Switch";
        /// Router.
        Router = "router", "Router";
        /// Firewall.
        Firewall = "firewall", "Firewall";
        /// Data diode.
        Diode = "diode", "Data diode";
        /// Wireless access point or client.
        Wireless = "wireless", "Wireless";
        /// Gateway for remote access.
        RemoteAccess = "remote_access", "Remote access gateway";
        /// Server.
        Server = "server", "Server";
        /// Office or general workstation.
        Workstation = "workstation", "Workstation";
        /// Portable computer.
        Laptop = "laptop", "Laptop";
        /// Handheld or scanner.
        Handheld = "handheld", "Handheld / scanner";
        /// Printer.
        Printer = "printer", "Printer";
        /// Camera.
        Camera = "camera", "Camera";
        /// Power supply with a network port.
        Ups = "ups", "UPS";
        /// Virtual machine.
        VirtualMachine = "virtual_machine", "Virtual machine";
        /// Software.
        Software = "software", "Software";
        /// Service outside the plant.
        Cloud = "cloud", "Cloud service";
        /// Anything else.
        Other = "other", "Other";
    }
}

/// Where an asset came from: the row of a spreadsheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AssetOrigin {
    /// SHA-256 of the file, hexadecimal.
    pub file_sha256: String,
    /// File name without folders.
    pub file_name: String,
    /// Sheet; empty for text files.
    pub sheet: String,
    /// Row as the spreadsheet counts, from 1.
    pub row: u32,
}

/// One asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its identifier.
    pub id: AssetId,
    /// Name; never empty.
    pub name: String,
    /// Kind.
    pub asset_type: AssetType,
    /// The zone it stands in.
    pub zone: Option<ZoneId>,
    /// Known properties; never holds name, type or zone, never an empty value.
    pub fields: BTreeMap<AssetField, String>,
    /// Columns of the plant's own sheet that are no known property.
    pub extra: BTreeMap<String, String>,
    /// The row it was imported from.
    pub origin: Option<AssetOrigin>,
}
