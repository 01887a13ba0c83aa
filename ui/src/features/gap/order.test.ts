import { expect, it } from 'vitest';
import type { UnitPostureView } from '../../api/generated/wire';
import { worstFirst } from './order';

const unit = (name: string, gap: number[] | null) => ({ name, gap }) as UnitPostureView;

it('puts the largest single gap first, never the largest sum, and units without a target last', () => {
  const units = [unit('no target', null), unit('many small', [1, 1, 1, 1, 1, 1, 1]), unit('fine', [0, 0, 0, 0, 0, 0, 0]), unit('one deep', [0, 0, 2, 0, 0, 0, 0]), unit('few small', [1, 0, 0, 0, 0, 0, 0])];
  expect(worstFirst(units).map((u) => u.name)).toEqual(['one deep', 'many small', 'few small', 'fine', 'no target']);
});
