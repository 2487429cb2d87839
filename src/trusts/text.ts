import type { Telling } from '../cases/text.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';

/** How what happened to a trust is told. */
export const TELLING: Telling = {
  kinds: {
    flagged: w('用量超限', 'over its limit'),
    decided: w('决定', 'decided'),
    told: w('已告知业主', 'owner told'),
  },
  labels: { from: w('自', 'from') },
  values: {
    meter: METERS,
    full: {
      true: w('恢复全额收费', 'the full fee again'),
      false: w('仍按托管收费', 'the trust stays'),
    },
  },
};
