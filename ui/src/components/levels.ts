/** The seven foundational requirements of IEC 62443-3-3, in their order. */
export const FRS = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'] as const;
export const ZONE_KINDS = ['enterprise', 'dmz', 'control', 'safety', 'wireless', 'temporary', 'remote', 'outside'] as const;
export const PURDUE = ['0', '1', '2', '3', '3.5', '4', '5'] as const;
export const PROTECTIONS = ['firewall', 'diode', 'vpn', 'jump_host', 'proxy'] as const;
export const ASSET_TYPES = [
  'plc', 'safety_controller', 'rtu', 'ied', 'dcs_controller', 'hmi', 'engineering_workstation', 'scada_server',
  'historian', 'gateway', 'robot', 'drive', 'field_device', 'switch', 'router', 'firewall', 'diode', 'wireless',
  'remote_access', 'server', 'workstation', 'laptop', 'handheld', 'printer', 'camera', 'ups', 'virtual_machine',
  'software', 'cloud', 'other',
] as const;
/** Properties that an asset keeps beside name, type and zone. */
export const ASSET_FIELDS = [
  'asset_tag', 'hostname', 'ip', 'mac', 'subnet', 'gateway', 'vlan', 'manufacturer', 'model', 'part_number', 'serial',
  'hardware_rev', 'firmware', 'os', 'os_version', 'protocols', 'ports', 'purdue', 'site', 'location', 'rack', 'slot',
  'parent', 'criticality', 'conf', 'integ', 'avail', 'classification', 'function', 'description', 'owner', 'custodian',
  'status', 'install_date', 'eol_date', 'warranty_end', 'first_seen', 'last_seen', 'accounts', 'logging',
  'remote_access', 'backup', 'notes', 'tags',
] as const;
