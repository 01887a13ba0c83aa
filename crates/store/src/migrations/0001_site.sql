-- Format 1: one site with its journal. Word lists are those of the domain; a test compares them.
CREATE TABLE meta (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    site_id TEXT NOT NULL REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    minimum_writer INTEGER NOT NULL CHECK (minimum_writer >= 1),
    minimum_program TEXT NOT NULL
) STRICT;

CREATE TABLE operation (
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind <> '' AND kind NOT GLOB '*[^a-z_]*'),
    label TEXT NOT NULL,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    target INTEGER REFERENCES operation (sequence),
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    CHECK ((kind IN ('undo', 'redo')) = (target IS NOT NULL))
) STRICT;

CREATE TABLE change (
    sequence INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL REFERENCES operation (sequence) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_operation ON change (operation);

CREATE TABLE site (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    company TEXT NOT NULL,
    location TEXT NOT NULL,
    suc TEXT NOT NULL,
    boundary TEXT NOT NULL,
    assessor TEXT NOT NULL,
    target_maturity INTEGER CHECK (target_maturity BETWEEN 0 AND 4)
) STRICT;

CREATE TABLE pack (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    role TEXT NOT NULL,
    company TEXT NOT NULL
) STRICT;

CREATE TABLE zone (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('enterprise', 'dmz', 'control', 'safety', 'wireless', 'temporary', 'remote', 'outside')),
    purpose TEXT NOT NULL,
    boundary TEXT NOT NULL,
    accountable TEXT NOT NULL,
    parent_id TEXT CHECK (parent_id <> id) REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    purdue TEXT CHECK (purdue IN ('0', '1', '2', '3', '3.5', '4', '5')),
    target_levels TEXT CHECK (target_levels GLOB '[0-4] [0-4] [0-4] [0-4] [0-4] [0-4] [0-4]'),
    target_source TEXT CHECK (target_source IN ('manual', 'risk')),
    target_reason TEXT,
    x INTEGER NOT NULL CHECK (x BETWEEN -1000000 AND 1000000),
    y INTEGER NOT NULL CHECK (y BETWEEN -1000000 AND 1000000),
    width INTEGER NOT NULL CHECK (width BETWEEN 80 AND 1000000),
    height INTEGER NOT NULL CHECK (height BETWEEN 48 AND 1000000),
    CHECK ((target_levels IS NULL) = (target_source IS NULL) AND (target_levels IS NULL) = (target_reason IS NULL))
) STRICT;
CREATE INDEX zone_parent ON zone (parent_id);

CREATE TABLE conduit (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    purpose TEXT NOT NULL,
    target_levels TEXT CHECK (target_levels GLOB '[0-4] [0-4] [0-4] [0-4] [0-4] [0-4] [0-4]'),
    target_source TEXT CHECK (target_source IN ('manual', 'risk')),
    target_reason TEXT,
    CHECK ((target_levels IS NULL) = (target_source IS NULL) AND (target_levels IS NULL) = (target_reason IS NULL))
) STRICT;

CREATE TABLE conduit_end (
    conduit_id TEXT NOT NULL REFERENCES conduit (id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL CHECK (place >= 0),
    zone_id TEXT NOT NULL REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (conduit_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX conduit_end_zone ON conduit_end (zone_id);

CREATE TABLE conduit_protection (
    conduit_id TEXT NOT NULL REFERENCES conduit (id) DEFERRABLE INITIALLY DEFERRED,
    protection TEXT NOT NULL CHECK (protection IN ('firewall', 'diode', 'vpn', 'jump_host', 'proxy')),
    PRIMARY KEY (conduit_id, protection)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    name TEXT NOT NULL CHECK (name <> ''),
    -- One by one: SQLite would build a list behind IN anew for every row, a third of the time of a large import.
    asset_type TEXT NOT NULL CHECK (
        asset_type = 'plc' OR asset_type = 'safety_controller' OR asset_type = 'rtu' OR asset_type = 'ied'
        OR asset_type = 'dcs_controller' OR asset_type = 'hmi' OR asset_type = 'engineering_workstation'
        OR asset_type = 'scada_server' OR asset_type = 'historian' OR asset_type = 'gateway' OR asset_type = 'robot'
        OR asset_type = 'drive' OR asset_type = 'field_device' OR asset_type = 'switch' OR asset_type = 'router'
        OR asset_type = 'firewall' OR asset_type = 'diode' OR asset_type = 'wireless' OR asset_type = 'remote_access'
        OR asset_type = 'server' OR asset_type = 'workstation' OR asset_type = 'laptop' OR asset_type = 'handheld'
        OR asset_type = 'printer' OR asset_type = 'camera' OR asset_type = 'ups' OR asset_type = 'virtual_machine'
        OR asset_type = 'software' OR asset_type = 'cloud' OR asset_type = 'other'),
    zone_id TEXT REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    fields TEXT NOT NULL CHECK (json_type(fields) = 'object'),
    extra TEXT NOT NULL CHECK (json_type(extra) = 'object'),
    origin_sha256 TEXT,
    origin_file TEXT,
    origin_sheet TEXT,
    origin_row INTEGER CHECK (origin_row >= 1),
    CHECK ((origin_sha256 IS NULL) = (origin_file IS NULL) AND (origin_file IS NULL) = (origin_sheet IS NULL)
        AND (origin_sheet IS NULL) = (origin_row IS NULL))
) STRICT;
CREATE INDEX asset_name ON asset (name COLLATE NOCASE, id);
CREATE INDEX asset_zone ON asset (zone_id);

CREATE TABLE answer (
    pack TEXT NOT NULL CHECK (pack <> ''),
    requirement TEXT NOT NULL CHECK (requirement <> ''),
    scope TEXT NOT NULL,
    zone_id TEXT REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    conduit_id TEXT REFERENCES conduit (id) DEFERRABLE INITIALLY DEFERRED,
    choices TEXT NOT NULL CHECK (json_type(choices) = 'object'),
    overrule TEXT CHECK (overrule IN (
        'met', 'partly_met', 'not_met', 'compensated', 'not_applicable', 'open', 'ml0', 'ml1', 'ml2', 'ml3', 'ml4')),
    overrule_reason TEXT CHECK (overrule_reason <> ''),
    note TEXT NOT NULL,
    said_by TEXT NOT NULL,
    said_on TEXT NOT NULL CHECK (said_on = '' OR said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    checked TEXT CHECK (checked IN ('interview', 'document', 'observation', 'test')),
    come_back INTEGER NOT NULL CHECK (come_back IN (0, 1)),
    PRIMARY KEY (pack, requirement, scope),
    CHECK ((overrule IS NULL) = (overrule_reason IS NULL)),
    CHECK (coalesce(CASE
        WHEN scope = 'site' THEN zone_id IS NULL AND conduit_id IS NULL
        WHEN conduit_id IS NULL THEN scope IN ('zone:' || zone_id, 'inside:' || zone_id)
        ELSE zone_id IS NULL AND scope = 'conduit:' || conduit_id
    END, 0))
) STRICT;
CREATE INDEX answer_scope ON answer (pack, scope);
CREATE INDEX answer_zone ON answer (zone_id);
CREATE INDEX answer_conduit ON answer (conduit_id);

CREATE TABLE evidence_blob (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE evidence (
    id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40 AND id NOT GLOB '*[^a-z0-9-]*'),
    pack TEXT NOT NULL,
    requirement TEXT NOT NULL,
    scope TEXT NOT NULL,
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    size INTEGER NOT NULL CHECK (size >= 0),
    sha256 TEXT NOT NULL REFERENCES evidence_blob (sha256),
    added_at TEXT NOT NULL,
    FOREIGN KEY (pack, requirement, scope) REFERENCES answer (pack, requirement, scope) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX evidence_answer ON evidence (pack, requirement, scope);
CREATE INDEX evidence_sha256 ON evidence (sha256);
