/** Every word that the core can send has its sentence, so that a new word cannot reach the screen as a bare key. */
import { expect, it } from 'vitest';
import * as wire from '../api/generated/wire';
import { t, word, wordOf } from './text';

const FAMILIES: [string, readonly string[]][] = [
  ['zone-kind', wire.ZONE_KIND_WORDS], ['purdue', wire.PURDUE_WORDS], ['protection', wire.PROTECTION_WORDS],
  ['asset-type', wire.ASSET_TYPE_WORDS], ['field', wire.ASSET_FIELD_WORDS], ['outcome', wire.OUTCOME_WORDS],
  ['checked', wire.CHECK_METHOD_WORDS], ['step', wire.STEP_ID_WORDS], ['step-state', wire.STEP_STATE_WORDS],
  ['role', wire.SIGN_ROLE_WORDS], ['sign-reason', wire.SIGN_ROLE_WORDS], ['verdict', wire.VERDICT_WORDS],
  ['signature', wire.SIGNATURE_MARK_WORDS], ['confidence', wire.CONFIDENCE_WORDS],
  ['severity', wire.IMPORT_SEVERITY_WORDS], ['kind', wire.UNIT_KIND_WORDS], ['contact', wire.CONTACT_WORDS], ['place', wire.PLACE_WORDS],
  ['topic', wire.TOPIC_WORDS], ['fact', wire.SCOPING_FACT_WORDS], ['fact-absent', wire.SCOPING_FACT_WORDS],
  ['control', wire.CONTROL_STATE_WORDS], ['strength', wire.STRENGTH_WORDS],
];

it.each(FAMILIES)('%s', (family, words) => {
  expect(words.length).toBeGreaterThan(1);
  expect(words.filter((one) => word(family, one) === `${family}-${one.replace('.', '_')}`)).toEqual([]);
});
it('a key without a sentence shows as the key, which is what the above looks for', () => expect(t('zone-kind-nowhere')).toBe('zone-kind-nowhere'));
it.each([['dmz', 'dmz'], ['', undefined], ['DMZ', undefined]])('reads %o back as %o', (text, expected) => expect(wordOf(wire.ZONE_KIND_WORDS, text)).toBe(expected));
