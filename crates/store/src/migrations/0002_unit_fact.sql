-- Format 2: what was said to be present in a zone or conduit. No row means that nobody said.
CREATE TABLE unit_fact (
    unit TEXT NOT NULL,
    fact TEXT NOT NULL CHECK (fact IN (
        'human_users', 'software_processes', 'wireless', 'untrusted_access', 'portable_devices', 'mobile_code',
        'cryptography', 'pki', 'public_keys', 'passwords', 'confidential_information', 'control_outputs')),
    present INTEGER NOT NULL CHECK (present IN (0, 1)),
    zone_id TEXT GENERATED ALWAYS AS (CASE WHEN unit GLOB 'zone:*' THEN substr(unit, 6) END) STORED
        REFERENCES zone (id) DEFERRABLE INITIALLY DEFERRED,
    conduit_id TEXT GENERATED ALWAYS AS (CASE WHEN unit GLOB 'conduit:*' THEN substr(unit, 9) END) STORED
        REFERENCES conduit (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (unit, fact),
    CHECK ((zone_id IS NULL) <> (conduit_id IS NULL))
) STRICT;
CREATE INDEX unit_fact_zone ON unit_fact (zone_id);
CREATE INDEX unit_fact_conduit ON unit_fact (conduit_id);
