import { writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { Pen } from '../../src/cli/pen.ts';
import { toJson } from '../../src/cli/shape.ts';
import { comingUp } from '../../src/renovations/coming.ts';
import { comingTable } from '../../src/renovations/coming-view.ts';
import { STATES, type State } from '../../src/renovations/model.ts';
import { listRenovations, showRenovation } from '../../src/renovations/record.ts';
import { renovationPage, renovationTable } from '../../src/renovations/view.ts';
import { makeCtx } from '../support/ledger.ts';
import { stageOf } from './stages.ts';

it('prints', async () => {
  let out = '';
  const ctx = await makeCtx();
  let i = 0;
  let last = ctx;
  for (const state of Object.keys(STATES) as State[]) {
    i += 1;
    const { no, ctx: after } = stageOf(ctx, state, {
      unit: `3-2-15${String(i).padStart(2, '0')}`,
      works: ['waterproofing', 'wiring'],
    });
    last = after;
    for (const lang of ['zh', 'en'] as const) {
      for (const width of [72]) {
        const pen = new Pen(
          { lang, zone: after.zone, now: after.now, reveal: false },
          { width, color: false },
        );
        out += `\n=== ${state} ${lang}\n${renovationPage.text(showRenovation(after, no), pen)}\n`;
      }
    }
    if (state === 'permitted')
      out += JSON.stringify(
        renovationPage.json(showRenovation(after, no), {
          lang: 'zh',
          zone: after.zone,
          now: after.now,
          reveal: false,
        }),
        null,
        1,
      );
  }
  for (const width of [60, 80])
    for (const lang of ['zh', 'en'] as const) {
      const pen = new Pen(
        { lang, zone: last.zone, now: last.now, reveal: false },
        { width, color: false },
      );
      out += '\n' + renovationTable.text(listRenovations(last, {}), pen) + '\n';
      out += '\n' + comingTable.text(comingUp(last), pen) + '\n';
    }
  writeFileSync('/tmp/scratch/out.txt', out);
});
