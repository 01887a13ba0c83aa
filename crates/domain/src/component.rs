//! Components: what a plant buys and builds in, as 62443-4-2 divides it.

use crate::word_list;

word_list! {
    /// A type of component (62443-4-2, clause 3); a product may be of more than one.
    ComponentType {
        /// A program that runs on a computer of its own choice: SCADA client, historian, engineering tool.
        SoftwareApplication = "software_application", "Software application";
        /// A device made for one purpose, close to the process: PLC, drive, field device.
        EmbeddedDevice = "embedded_device", "Embedded device";
        /// A computer with a general operating system: HMI station, server, panel PC.
        HostDevice = "host_device", "Host device";
        /// A device that passes or limits traffic: switch, firewall, gateway.
        NetworkDevice = "network_device", "Network device";
    }
}
