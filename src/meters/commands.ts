import { command } from '../cli/command.ts';
import { choice, day, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { requireUnit } from '../registry/units.ts';
import { METERS } from './model.ts';
import { readingsOf } from './readings.ts';
import { readingTable } from './view.ts';

const list = command({
  name: 'meter list',
  about: w('读数和每次的用量', 'Readings, and what was used between them'),
  fields: {
    unit: unit({ label: w('某房的', 'of this unit') }),
    meter: choice(METERS, { label: w('某种表的', 'of this meter') }),
    since: day({ label: w('某天以后抄的', 'read on this day or later') }),
    until: day({ label: w('某天以前抄的', 'read on this day or earlier') }),
  },
  examples: [
    'wy meter list --unit 3-2-1501',
    'wy meter list --meter water --since 2026-11-01 --until 2026-11-30',
  ],
  run: ({ ledger }, input) =>
    readingsOf(ledger, {
      unitIds: input.unit === undefined ? undefined : [requireUnit(ledger, input.unit).id],
      meter: input.meter,
      from: input.since,
      until: input.until,
    }),
  view: readingTable,
});

export const commands = [list];
