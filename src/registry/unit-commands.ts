import { command } from '../cli/command.ts';
import { area, building, choice, day, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { USES } from './model.ts';
import { listResidents } from './residents.ts';
import { addUnit, listUnits, requireUnit, usualUse } from './units.ts';
import { residentName, unitCard, unitPage, unitTable } from './view.ts';

const add = command({
  name: 'unit add',
  about: w('登记房屋', 'Add a unit'),
  fields: {
    code: unit({ label: w('房号', 'code'), required: true, positional: true }),
    area: area({ label: w('建筑面积（㎡）', 'area in m²'), required: true }),
    use: choice(USES, {
      label: w('用途；默认按房号：住宅、商铺或车位', 'use; by default as the code tells'),
    }),
    handover: day({ label: w('交房日期', 'day of handover'), ask: true }),
  },
  examples: [
    'wy unit add 3-2-1501 --area 89.53 --handover 2024-06-30',
    'wy unit add 商铺12 --area 45',
  ],
  run: (ctx, input) =>
    addUnit(ctx, {
      code: input.code,
      areaThousandths: input.area,
      use: input.use ?? usualUse(input.code),
      handoverOn: input.handover ?? null,
    }),
  view: unitCard,
});

const list = command({
  name: 'unit list',
  about: w('房屋列表', 'List the units'),
  fields: { building: building({ label: w('只看某栋', 'only this building') }) },
  run: (ctx, input) => listUnits(ctx.ledger, { building: input.building }),
  view: unitTable,
});

const show = command({
  name: 'unit show',
  about: w('查看一套房屋和住在里面的人', 'Show a unit and who lives there'),
  fields: { code: unit({ label: w('房号', 'code'), required: true, positional: true }) },
  reveals: ({ code, residents }) => [code, ...residents.map(residentName)],
  run: (ctx, input) => {
    const found = requireUnit(ctx.ledger, input.code);
    const here = { unit: found.code, on: ctx.today };
    return { ...found, residents: listResidents(ctx.ledger, here) };
  },
  view: unitPage,
});

export const commands = [add, list, show];
