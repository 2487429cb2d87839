import { deadlines, timeline } from '../cases/view.ts';
import {
  asChoice,
  asDay,
  asFlag,
  asMoment,
  asRecords,
  asText,
  asTold,
  asWhole,
  type Rendering,
  type Shape,
} from '../cli/shape.ts';
import { card, table, type View } from '../cli/view.ts';
import { scaledText } from '../lib/decimal.ts';
import { localText } from '../lib/moment.ts';
import { w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import { type Limited, type Patrol, RAIN_STATES, TURNS, type Use } from './model.ts';
import type { RainRecord } from './raining.ts';
import { isCalledOff, rainStateOf } from './rules.ts';
import { TELLING } from './text.ts';
import type { TrustPage, TrustRecord } from './trusts.ts';

const cardOnly = { cardOnly: true } as const;

const amount = (thousandths: number) => scaledText(thousandths, 3, { trim: true });

/** 3.2/5, with a mark where it is over; a dash where there is no reading since the start. */
const used = (meter: Limited) =>
  asTold<TrustRecord>(meter, METERS[meter], ({ uses }, { lang }) => {
    const use = uses[meter];
    return {
      json: () => use && useJson(use),
      line: () => {
        if (!use) return '—';
        const over = lang === 'zh' ? '（超限）' : ' (over)';
        const text = `${amount(use.usageThousandths)}/${amount(use.limitThousandths)}`;
        return use.isOver ? text + over : text;
      },
    };
  });

const useJson = ({ fromOn, toOn, usageThousandths, limitThousandths, isOver }: Use) => ({
  since: fromOn,
  until: toOn,
  usage: amount(usageThousandths),
  limit: amount(limitThousandths),
  over: isOver,
});

const percent = asText<TrustRecord>('percent', w('收费（%）', 'Fee in %'), ({ percents }) =>
  percents.join('/'),
);

const trustShape: Shape<TrustRecord> = [
  asText('no', w('编号', 'No'), (it) => it.no),
  asText('unit', w('房号', 'Unit'), (it) => it.unit),
  asDay('since', w('托管起', 'Since'), (it) => it.fromOn),
  asDay('until', w('托管止', 'Until'), (it) => it.untilOn),
  percent,
  asDay('fullFeeFrom', w('全额收费起', 'Full fee from'), (it) => it.fullFeeFromOn, cardOnly),
  used('water'),
  used('electricity'),
  asMoment('lastPatrol', w('上次巡查', 'Last patrol'), (it) => it.lastPatrol?.patrolledAt),
  deadlines,
];

const patrolShape: Shape<Patrol> = [
  asMoment('at', w('时间', 'At'), (it) => it.patrolledAt),
  asText('by', w('巡查人', 'By'), (it) => it.by),
  asChoice('turn', w('哪一次', 'Turn'), (it) => it.turn, TURNS),
  asWhole('rain', w('大雨', 'Rain'), (it) => it.rainId),
  asFlag('ok', w('无异常', 'All well'), (it) => it.ok),
  asText('findings', w('情况', 'Findings'), (it) => it.findings),
  asFlag('ownerTold', w('已告知业主', 'Owner told'), (it) => it.ownerTold),
];

function patrolLine(it: Patrol, { lang, zone }: Rendering): string {
  const well = lang === 'zh' ? '无异常' : 'all well';
  const told = lang === 'zh' ? '（未告知业主）' : ' (owner not told)';
  const found = `${it.findings ?? well}${it.ok || it.ownerTold ? '' : told}`;
  return [localText(it.patrolledAt, zone), TURNS[it.turn][lang], found, it.by].join('  ');
}

const patrols = asRecords(
  'patrols',
  w('巡查', 'Patrols'),
  (it: TrustPage) => it.patrols,
  patrolShape,
  patrolLine,
);

export const trustCard = card(trustShape);

export const trustPage = card<TrustPage>([...trustShape, patrols, timeline(TELLING)]);

export const trustTable = table(trustShape, {
  none: w('没有托管的房屋。', 'No unit is trust-managed.'),
});

/** One unit as a card, a round as a table. */
export const patrolled: View<TrustRecord | TrustRecord[]> = {
  json: (seen, as) => (Array.isArray(seen) ? trustTable.json(seen, as) : trustCard.json(seen, as)),
  text: (seen, pen) =>
    Array.isArray(seen) ? trustTable.text(seen, pen) : trustCard.text(seen, pen),
};

const rainShape: Shape<RainRecord> = [
  asWhole('id', w('编号', 'No'), (it) => it.id),
  asMoment('startsAt', w('开始', 'Starts'), (it) => it.startsAt),
  asMoment('endsAt', w('结束', 'Ends'), (it) => (isCalledOff(it) ? null : it.endsAt)),
  asChoice('state', w('状态', 'State'), (it, { now }) => rainStateOf(it, now), RAIN_STATES),
  asText('note', w('备注', 'Note'), (it) => it.note),
  asWhole('units', w('托管户数', 'Units'), (it) => it.trusts.length),
];

export const rainCard = card(rainShape);

export const rainTable = table(rainShape, { none: w('没有登记大雨。', 'No rain is registered.') });
