import { RESULTS } from '../cases/model.ts';
import type { Telling } from '../cases/text.ts';
import type { Day } from '../lib/day.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { CASES } from './model.ts';

/** Debts do not follow the house: they stay with whoever owned it on their date. */
export const debtsWords = (fromOn: Day): Words =>
  w(
    `${fromOn} 以前的欠费仍由原业主承担，自 ${fromOn} 起的由新业主承担`,
    `debts from before ${fromOn} stay with the former owner; from ${fromOn} on they are the new owner's`,
  );

const TELLING = {
  kinds: {
    opened: w('立档', 'opened'),
    paper: w('收资料', 'papers'),
    handout: w('发放', 'handed out'),
    return: w('交回', 'given back'),
    settlement: w('落实', 'settled'),
    attended: w('来办人', 'attendee'),
    struck: w('划去', 'struck out'),
    forwarded: w('迁往地址', 'forwarding address'),
    metered: w('抄表', 'meters read'),
    inspected: w('验房', 'inspected'),
    defect: w('缺陷', 'defect'),
    note: w('记事', 'note'),
    completed: w('办结', 'completed'),
    cancelled: w('取消', 'cancelled'),
    calledBack: w('回访', 'called back'),
    noAnswer: w('回访无人应答', 'nobody answered the callback'),
  },
  labels: {
    quantity: w('数量', 'quantity'),
    signedBy: w('签字', 'signed by'),
    confirmedBy: w('确认', 'confirmed by'),
    ...Object.fromEntries(
      Object.entries(METERS).map(([meter, name]) => [`${meter}Thousandths`, name]),
    ),
  },
  values: { case: CASES, result: RESULTS },
};

/** How the steps of a file are told, with the names of the items in it. */
export const tellingWith = (codes: Readonly<Record<string, Words>>): Telling => ({
  ...TELLING,
  values: { ...TELLING.values, codes },
});
