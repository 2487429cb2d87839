import type { Shape } from '../cli/shape.ts';
import {
  asChoice,
  asChoices,
  asDay,
  asFlag,
  asPrice,
  asRecords,
  asText,
  asTold,
  asWhole,
  asWords,
} from '../cli/shape.ts';
import { card, table } from '../cli/view.ts';
import type { Day } from '../lib/day.ts';
import { scaledText } from '../lib/decimal.ts';
import { priceText } from '../lib/price.ts';
import { type Words, w } from '../lib/words.ts';
import { METERS } from '../meters/model.ts';
import type { Tariff } from '../policy/sections/tariffs.ts';
import { USES } from '../registry/model.ts';
import { CYCLES } from './model.ts';
import type { TariffRecord } from './tariffs.ts';

const cardOnly = { cardOnly: true } as const;

const BASIS_WORDS: Readonly<Record<Tariff['basis'], Words>> = {
  'area-month': w('面积×单价×月', 'area × rate × months'),
  'fixed-month': w('数量×单价×月', 'quantity × rate × months'),
  meter: w('用量×单价', 'usage × rate'),
  'one-off': w('一次性', 'once'),
};

const DUE_IN: Readonly<Record<Tariff['dueIn'], Words>> = {
  first: w('首月', 'of its first month'),
  last: w('末月', 'of its last month'),
  next: w('次月', 'of the month after'),
};

/** 末月25日, 次月月底; of a cycle of one month the first and the last are the same. */
function dueWords({ cycle, dueIn, dueDay }: Tariff): Words {
  const day = dueDay === 31 ? w('月底', 'last day') : w(`${dueDay}日`, `day ${dueDay}`);
  const { zh, en } = DUE_IN[dueIn];
  if (cycle === 'month' && dueIn !== 'next') return w(`当月${day.zh}`, day.en);
  return w(`${zh}${day.zh}`, `${day.en} ${en}`);
}

interface RateFrom {
  fromOn: Day;
  rateTenthousandths: number;
}

const tariffShape: Shape<TariffRecord> = [
  asText('key', w('代码', 'Key'), (it) => it.key),
  asWords('name', w('名称', 'Name'), ({ tariff: { name, english } }) => w(name, english)),
  asFlag('active', w('启用', 'Active'), (it) => it.tariff.active),
  asChoice('basis', w('计费方式', 'Basis'), (it) => it.tariff.basis, BASIS_WORDS),
  asPrice('rate', w('现行单价', 'Rate'), (it) => it.rateTenthousandths),
  asChoice(
    'cycle',
    w('周期', 'Cycle'),
    ({ tariff: it }) => (it.basis === 'one-off' ? null : it.cycle),
    CYCLES,
  ),
  asText('season', w('季节起止', 'Season'), (it) => it.tariff.season, cardOnly),
  asTold('due', w('应缴日', 'Due'), (it, as) => ({
    json: () => ({ in: it.tariff.dueIn, day: it.tariff.dueDay }),
    line: () => dueWords(it.tariff)[as.lang],
  })),
  asText('collectedFor', w('代收', 'Collected for'), (it) => it.tariff.collectedFor, {
    spare: true,
  }),
  asFlag(
    'subscribed',
    w('只向登记了的收', 'Of subscribers'),
    (it) => it.tariff.subscribed,
    cardOnly,
  ),
  asChoices('uses', w('适用用途', 'Uses'), (it) => it.tariff.uses, USES, cardOnly),
  asFlag(
    'developer',
    w('交房前由开发商交', 'By the developer'),
    (it) => it.tariff.developer,
    cardOnly,
  ),
  asChoice('meter', w('表', 'Meter'), (it) => it.tariff.meter, METERS, cardOnly),
  asWhole(
    'trustPercent',
    w('托管（%）', 'Trust, %'),
    (it) => it.tariff.concessions.trust,
    cardOnly,
  ),
  asWhole(
    'vacantPercent',
    w('空置（%）', 'Vacant, %'),
    (it) => it.tariff.concessions.vacant,
    cardOnly,
  ),
  asTold(
    'penalty',
    w('违约金', 'Penalty'),
    ({ tariff: { penalty } }, as) =>
      penalty.dailyMillionths === null
        ? null
        : {
            json: () => ({
              daily: scaledText(penalty.dailyMillionths ?? 0, 6, { trim: true }),
              graceDays: penalty.graceDays,
              capPercent: penalty.capPercent,
            }),
            line: () => penaltyWords(penalty)[as.lang],
          },
    cardOnly,
  ),
  asRecords(
    'rates',
    w('历次单价', 'Rates'),
    (it) => it.tariff.rates,
    [
      asDay<RateFrom>('from', w('起', 'From'), (it) => it.fromOn),
      asPrice<RateFrom>('rate', w('单价', 'Rate'), (it) => it.rateTenthousandths),
    ],
    (it) => `${it.fromOn}  ${priceText(it.rateTenthousandths)}`,
  ),
  asDay('until', w('收到', 'Until'), (it) => it.tariff.untilOn, cardOnly),
];

function penaltyWords(penalty: TariffRecord['tariff']['penalty']): Words {
  const { dailyMillionths, graceDays, capPercent } = penalty;
  const daily = scaledText(dailyMillionths ?? 0, 4, { trim: true });
  return w(
    `每日 ${daily}%，宽限 ${graceDays} 天，不超过本金的 ${capPercent}%`,
    `${daily}% a day, after ${graceDays} days, at most ${capPercent}% of the principal`,
  );
}

export const tariffCard = card(tariffShape);

export const tariffTable = table(tariffShape, { none: w('没有收费项目。', 'No tariffs.') });

/** People read its name, programs its key. */
export const tariffColumn = asTold<{ tariff: string; tariffName: Words }>(
  'tariff',
  w('收费项目', 'Tariff'),
  (it, as) => ({ json: () => it.tariff, line: () => it.tariffName[as.lang] }),
);
