//! What helps a person to answer: whom to ask, where to go, how to check, what goes wrong, what helps.

use crate::answer::CheckMethod;
use crate::word_list;

word_list! {
    /// Somebody in or around a plant who can answer a question; makes interview lists.
    Contact {
        /// Runs the process.
        Operator = "operator", "Operator";
        /// Leads a shift.
        ShiftLeader = "shift_leader", "Shift leader";
        /// Programs controllers and HMIs.
        Automation = "automation", "Automation engineer";
        /// Repairs and replaces equipment.
        Maintenance = "maintenance", "Maintenance";
        /// Runs switches, firewalls and servers.
        Network = "network", "Network and servers";
        /// Looks after security in the company's IT.
        ItSecurity = "it_security", "IT security";
        /// Functional safety and occupational safety.
        Safety = "safety", "Safety engineer";
        /// Answers for the site.
        SiteManager = "site_manager", "Site manager";
        /// Plans and leads production.
        Production = "production", "Production manager";
        /// Quality, recipes, laboratory.
        Quality = "quality", "Quality";
        /// Human resources.
        Personnel = "personnel", "Personnel";
        /// Buys equipment and services.
        Purchasing = "purchasing", "Purchasing";
        /// Integrator, vendor or service company.
        Supplier = "supplier", "Supplier";
        /// Leads changes and new equipment.
        Project = "project", "Project engineer";
        /// Doors, power and buildings.
        Facility = "facility", "Facility management";
        /// Keeps documents and records.
        Archive = "archive", "Documents and records";
    }
}

word_list! {
    /// A place on a walk-down.
    Place {
        /// Where the process is run from.
        ControlRoom = "control_room", "Control room";
        /// Where controllers are programmed.
        Engineering = "engineering", "Engineering station";
        /// Where servers stand.
        ServerRoom = "server_room", "Server room";
        /// Cabinets with controllers.
        Cabinet = "cabinet", "Control cabinets";
        /// Switches and firewalls.
        Network = "network", "Switches and firewalls";
        /// Panels, drives and instruments in the plant.
        Field = "field", "Plant floor and field";
        /// Gateways and modems for people outside.
        RemoteAccess = "remote_access", "Remote access";
        /// Desks and office computers.
        Office = "office", "Office";
        /// Workshop and spare parts.
        Workshop = "workshop", "Workshop and spares";
        /// Entrances, doors and fences.
        Gate = "gate", "Gate and doors";
        /// Procedures, registers and minutes.
        Records = "records", "Procedures and records";
    }
}

word_list! {
    /// A subject of a security programme; one requirement touches one to three.
    Topic {
        /// Management, goals and means.
        Governance = "governance", "Governance";
        /// What the programme covers.
        Scope = "scope", "Scope";
        /// Policies and procedures.
        Policies = "policies", "Policies and procedures";
        /// Risk assessment and treatment.
        Risk = "risk", "Risk";
        /// Roles and competence.
        Roles = "roles", "Roles and competence";
        /// Training and awareness.
        Training = "training", "Training";
        /// Inventory.
        Assets = "assets", "Assets";
        /// Zones, conduits, networks.
        Segmentation = "segmentation", "Segmentation";
        /// Secure settings of controllers, HMIs and computers.
        Configuration = "configuration", "Secure configuration";
        /// Approval of changes to PLC, SCADA and MES.
        Change = "change", "Change approval";
        /// Granting and revoking access.
        Access = "access", "Access";
        /// Access from outside.
        RemoteAccess = "remote_access", "Remote access";
        /// Patches and updates.
        Patching = "patching", "Patching";
        /// Malicious software.
        Malware = "malware", "Malware protection";
        /// Backup and restore.
        Backup = "backup", "Backup and restore";
        /// Incident handling.
        Incident = "incident", "Incidents";
        /// Logs and detection.
        Monitoring = "monitoring", "Monitoring";
        /// Doors, cabinets, ports.
        Physical = "physical", "Physical protection";
        /// Suppliers and purchases.
        Supply = "supply", "Suppliers";
        /// Review and continual improvement.
        Review = "review", "Review and improvement";
        /// Protection of data.
        Data = "data", "Protection of data";
    }
}

/// What a pack says beside the questions of a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Guidance {
    /// What goes wrong in plants.
    pub wrong: String,
    /// Typical countermeasures.
    pub measures: Vec<String>,
    /// What helps where old equipment cannot comply; technical packs only.
    pub compensating: Vec<String>,
    /// Subjects; programme packs only.
    pub topics: Vec<Topic>,
}

/// One concrete way to check an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckStep {
    /// Interview, document, observation or test.
    pub method: CheckMethod,
    /// What to do, with the tool or screen that shows it.
    pub text: String,
}

/// The words of a question where it is asked about a conduit; an empty text means the question's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConduitWording {
    /// The question.
    pub text: String,
    /// What good looks like.
    pub good: String,
    /// Where to look.
    pub look: String,
}
