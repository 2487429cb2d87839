import { command, type Typed } from '../cli/command.ts';
import { codes, name, number, reading, staff, text, whole } from '../cli/field.ts';
import type { Ctx } from '../context.ts';
import { type Words, w } from '../lib/words.ts';
import type { Need } from './checklist-rules.ts';
import { lackingAt, recordedIn } from './offers.ts';
import type { MoveFile } from './record.ts';
import { fileCard } from './view.ts';
import {
  addPapers,
  forwardTo,
  handOut,
  inspect,
  readMeters,
  settle,
  strikeOut,
  takeBack,
} from './work.ts';

/** The number of a file. */
export const no = number({
  label: w('资料编号或其末尾几位', 'number of the file, or its end'),
  required: true,
  positional: true,
  of: 'move',
});

export const reveals = (file: MoveFile) => [file.no];

const signedBy = name({ label: w('签字人', 'who signed'), required: true });
const quantity = whole({
  label: w('数量，默认 1；只对一种物品', 'how many, 1 by default; of one item'),
  ask: true,
  min: 1,
  max: 10_000,
});
const detail = text({
  label: w(
    '说明，如钥匙编号；只对一种物品',
    'detail, such as the numbers of the keys; of one item',
  ),
  ask: true,
});

/** What a file holds, by codes or names. */
const items = (label: Words) =>
  codes({
    label,
    help: w('代码或名称；all 为还缺的全部', 'codes or names; all: whatever is missing'),
    required: true,
  });

/** On a terminal what the file lacks is there to be ticked. */
const lacking =
  (step: Need) =>
  ({ no: typed = '' }: Typed, ctx: Ctx) => ({ choices: lackingAt(ctx, typed, step) });

const paper = command({
  name: 'resident paper',
  about: w('登记收到的证件、签好的表格', 'Papers that were handed in, forms that were signed'),
  fields: {
    no,
    add: items(w('收到哪些', 'what was handed in')),
    attendee: name({ label: w('来办人，立档时没写的', 'who came instead, if not said before') }),
  },
  guides: { add: lacking('paper') },
  reveals,
  examples: [
    'wy resident paper 001 --add id-card,purchase-contract',
    'wy resident paper 001 --add 委托书,代理人身份证 --attendee 刘洋',
    'wy resident paper 001 --add all',
  ],
  run: (ctx, input) => addPapers(ctx, input.no, input.add, input.attendee),
  view: fileCard,
});

const handout = command({
  name: 'resident handout',
  about: w('登记发放的钥匙、手册等', 'Keys, handbook and the rest are handed out'),
  fields: {
    no,
    item: items(w('发放哪些', 'what is handed out')),
    quantity,
    detail,
    signedBy,
  },
  guides: { item: lacking('handout') },
  reveals,
  examples: [
    'wy resident handout 001 --item keys --quantity 3 --detail "A-1501 ×3" --signed-by 张伟',
    'wy resident handout 001 --item handbook,plans --signed-by 张伟',
  ],
  run: (ctx, { no: file, item: items, ...goods }) => handOut(ctx, file, { items, ...goods }),
  view: fileCard,
});

const giveBack = command({
  name: 'resident return',
  about: w('登记交回的钥匙、门禁卡', 'Keys and cards are given back'),
  fields: {
    no,
    item: items(w('交回哪些', 'what is given back')),
    quantity,
    detail,
    signedBy: name({ label: w('签字人', 'who signed'), ask: true }),
  },
  guides: { item: lacking('return') },
  reveals,
  examples: ['wy resident return 001 --item keys --quantity 2'],
  run: (ctx, { no: file, item: items, ...goods }) => takeBack(ctx, file, { items, ...goods }),
  view: fileCard,
});

const meter = command({
  name: 'resident meter',
  about: w('登记水、电、气、热表底数', 'Readings of the meters'),
  fields: {
    no,
    water: reading({ label: w('水表（吨）', 'water in m³'), ask: true }),
    electricity: reading({ label: w('电表（度）', 'electricity in kWh'), ask: true }),
    gas: reading({ label: w('燃气表（立方米）', 'gas in m³'), ask: true }),
    heat: reading({ label: w('热量表（度）', 'heat in kWh') }),
    confirmedBy: name({
      label: w('住户方确认人', 'who confirmed it for the household'),
      ask: true,
    }),
  },
  reveals,
  examples: ['wy resident meter 001 --water 12.3 --electricity 45 --gas 0 --confirmed-by 张伟'],
  run: (ctx, { no: file, confirmedBy, ...readings }) =>
    readMeters(ctx, file, readings, confirmedBy),
  view: fileCard,
});

const inspection = command({
  name: 'resident inspect',
  about: w('登记验房（房屋质量验收登记表）', 'The house was inspected with the owner'),
  fields: {
    no,
    inspector: staff({ label: w('陪同验房的维修人员', 'who went over the house'), required: true }),
    signedBy,
  },
  reveals,
  examples: ['wy resident inspect 001 --inspector 李强 --signed-by 张伟'],
  run: (ctx, input) => inspect(ctx, input.no, input),
  view: fileCard,
});

const settled = command({
  name: 'resident settle',
  about: w('登记欠费、车辆、保证金、放行条的落实', 'Arrears, vehicles, deposits and the exit pass'),
  fields: {
    no,
    item: items(w('落实了哪些', 'what was settled')),
    detail: text({
      label: w('情况，如所欠金额或“无”', 'how it stands: what is owed, or none'),
      required: true,
    }),
  },
  guides: { item: lacking('settle') },
  reveals,
  examples: [
    'wy resident settle 001 --item arrears --detail "欠 11 月水费 35 元，12 月底前付"',
    'wy resident settle 001 --item 车辆,保证金 --detail "无"',
  ],
  run: (ctx, input) => settle(ctx, input.no, { items: input.item, detail: input.detail }),
  view: fileCard,
});

const forward = command({
  name: 'resident forward',
  about: w('登记迁往地址', 'Where post reaches them from now on'),
  fields: { no, address: text({ label: w('地址', 'address'), required: true }) },
  reveals,
  examples: ['wy resident forward 001 --address "本市河西路 18 号 3 栋 602"'],
  run: (ctx, input) => forwardTo(ctx, input.no, input.address),
  view: fileCard,
});

const strike = command({
  name: 'resident strike',
  about: w('划去记错的一项（经过里仍看得到）', 'Strike out what was recorded by mistake'),
  fields: {
    no,
    item: codes({
      label: w('划去哪些', 'what to strike out'),
      help: w('代码或名称', 'codes or names'),
      required: true,
    }),
    reason: text({ label: w('原因', 'reason'), required: true }),
  },
  guides: { item: ({ no: typed = '' }, ctx) => ({ choices: recordedIn(ctx, typed) }) },
  reveals,
  examples: ['wy resident strike 001 --item id-card --reason "只有复印件"'],
  run: (ctx, input) => strikeOut(ctx, input.no, input.item, input.reason),
  view: fileCard,
});

/** In the order in which a desk goes through them. */
export const checklistCommands = [
  paper,
  inspection,
  meter,
  handout,
  settled,
  giveBack,
  forward,
  strike,
];
