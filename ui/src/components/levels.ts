/** Levels per foundational requirement, and the lists of assets that several screens share. */
import { ASSET_FIELD_WORDS, type Levels } from '../api/generated/wire';

/** The seven foundational requirements of IEC 62443-3-3, in their order. */
export const FRS = ['IAC', 'UC', 'SI', 'DC', 'RDF', 'TRE', 'RA'] as const;
const NONE: Levels = [0, 0, 0, 0, 0, 0, 0];

/** The same level for every FR. */
export const allLevels = (level: number): Levels => [level, level, level, level, level, level, level];

/** One level changed; levels that were not set are 0. */
export function withLevel(levels: Levels | null, index: number, level: number): Levels {
  const changed: Levels = [...(levels ?? NONE)];
  changed[index] = level;
  return changed;
}

const OWN = ['name', 'asset_type', 'zone'] as const;
type OwnField = (typeof OWN)[number];
/** Properties that an asset keeps beside name, type and zone. */
export const ASSET_FIELDS = ASSET_FIELD_WORDS.filter((field) => !OWN.includes(field as OwnField));
