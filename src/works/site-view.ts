import { asDay, asIdentity, asPhone, asText, asTold, asWhole, type Shape } from '../cli/shape.ts';
import { table, type View } from '../cli/view.ts';
import { plural, type Words, w } from '../lib/words.ts';
import { PASS_STATES, permitNo } from '../renovations/pass-rules.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard, renovationTable, SELF } from '../renovations/view.ts';
import type { PassInUse } from './inside.ts';
import { runsOut } from './worker-rules.ts';

/** What people read: also that it runs out in a few days. */
function stateWords({ state, daysLeft }: PassInUse): Words {
  if (!runsOut(daysLeft)) return PASS_STATES[state];
  if (daysLeft === 0) return w('有效，今天到期', 'valid, last day');
  return w(`有效，还有 ${daysLeft} 天到期`, `valid, ${plural(daysLeft, 'day')} left`);
}

const workerShape: Shape<PassInUse> = [
  asText('pass', w('出入证', 'Pass'), ({ no, part }) => permitNo(no, part)),
  asText('no', w('装修编号', 'No'), (it) => it.no, { cardOnly: true }),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asText('name', w('姓名', 'Name'), (it) => it.name),
  asIdentity('idNo', w('证件号', 'ID number'), (it) => it.idNo, { spare: true }),
  asPhone('phone', w('电话', 'Phone'), (it) => it.phone, { spare: true }),
  asTold(
    'contractor',
    w('施工单位', 'Contractor'),
    ({ contractor }, { lang }) => ({
      json: () => contractor,
      line: () => contractor ?? SELF[lang],
    }),
    { spare: true },
  ),
  asDay('until', w('有效期至', 'Until'), (it) => it.untilOn),
  asTold('state', w('状态', 'State'), (it, { lang }) => ({
    json: () => it.state,
    line: () => stateWords(it)[lang],
  })),
  asWhole('daysLeft', w('剩余天数', 'Days left'), (it) => it.daysLeft, { cardOnly: true }),
];

export const workerTable = table(workerShape, {
  none: w('没有在场的施工人员。', 'No workers are in the house.'),
});

/** One renovation as a card, a round as a table. */
export const patrolled: View<RenovationRecord | RenovationRecord[]> = {
  json: (seen, as) =>
    Array.isArray(seen) ? renovationTable.json(seen, as) : renovationCard.json(seen, as),
  text: (seen, pen) =>
    Array.isArray(seen) ? renovationTable.text(seen, pen) : renovationCard.text(seen, pen),
};
