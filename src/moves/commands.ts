import { command } from '../cli/command.ts';
import {
  building,
  choice,
  codes,
  flag,
  moment,
  name,
  number,
  reading,
  staff,
  text,
  unit,
  whole,
} from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { CATEGORIES } from '../tickets/model.ts';
import { checkArchive } from './check.ts';
import { cancelFile, completeFile } from './ending.ts';
import { KINDS } from './model.ts';
import { openingCommands } from './opening-commands.ts';
import { listFiles, type MoveFile, showFile } from './record.ts';
import { archiveView, fileCard, filePage, fileTable } from './view.ts';
import {
  addDefect,
  addPapers,
  forwardTo,
  handOut,
  inspect,
  noteOnFile,
  readMeters,
  settle,
  takeBack,
} from './work.ts';

const no = number({
  label: w('资料编号或其末尾几位', 'number of the file, or its end'),
  required: true,
  positional: true,
  of: 'move',
});

const signedBy = name({ label: w('签字人', 'who signed'), required: true });
const quantity = whole({ label: w('数量，默认 1', 'how many; 1 by default'), min: 1, max: 10_000 });
const detail = text({ label: w('说明，如钥匙编号', 'detail, such as the numbers of the keys') });

const reveals = (file: MoveFile) => [file.no];

const paper = command({
  name: 'resident paper',
  about: w('登记收到的证件、签好的表格', 'Papers that were handed in, forms that were signed'),
  fields: {
    no,
    add: codes({ label: w('代码或名称', 'codes or names'), required: true }),
  },
  reveals,
  examples: [
    'wy resident paper 001 --add id-card,purchase-contract',
    'wy resident paper 001 --add 委托书',
  ],
  run: (ctx, input) => addPapers(ctx, input.no, input.add),
  view: fileCard,
});

const item = codes({ label: w('代码或名称', 'codes or names'), required: true });

const handout = command({
  name: 'resident handout',
  about: w('登记发放的钥匙、手册等', 'Keys, handbook and the rest are handed out'),
  fields: { no, item, quantity, detail, signedBy },
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
    item,
    quantity,
    detail,
    signedBy: name({ label: w('签字人', 'who signed') }),
  },
  reveals,
  examples: ['wy resident return 001 --item keys --quantity 2'],
  run: (ctx, { no: file, item: items, ...goods }) => takeBack(ctx, file, { items, ...goods }),
  view: fileCard,
});

const settled = command({
  name: 'resident settle',
  about: w('登记欠费、车辆、保证金、放行条的落实', 'Arrears, vehicles, deposits and the exit pass'),
  fields: {
    no,
    item,
    detail: text({
      label: w('情况，如所欠金额或“无”', 'how it stands: what is owed, or none'),
      required: true,
    }),
  },
  reveals,
  examples: ['wy resident settle 001 --item arrears --detail "无"'],
  run: (ctx, input) => settle(ctx, input.no, { items: input.item, detail: input.detail }),
  view: fileCard,
});

const forward = command({
  name: 'resident forward',
  about: w('登记迁往地址', 'Where post reaches them from now on'),
  fields: { no, address: text({ label: w('地址', 'address'), required: true }) },
  reveals,
  run: (ctx, input) => forwardTo(ctx, input.no, input.address),
  view: fileCard,
});

const meter = command({
  name: 'resident meter',
  about: w('登记水、电、气、热表底数', 'Readings of the meters'),
  fields: {
    no,
    water: reading({ label: w('水表（吨）', 'water in m³') }),
    electricity: reading({ label: w('电表（度）', 'electricity in kWh') }),
    gas: reading({ label: w('燃气表（立方米）', 'gas in m³') }),
    heat: reading({ label: w('热量表（度）', 'heat in kWh') }),
    confirmedBy: name({ label: w('住户方确认人', 'who confirmed it for the household') }),
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
  run: (ctx, input) => inspect(ctx, input.no, input),
  view: fileCard,
});

const defect = command({
  name: 'resident defect',
  about: w(
    '登记房屋缺陷，开出保修工单',
    "A defect of the house: a repair of the developer's warranty",
  ),
  fields: {
    no,
    item: text({ label: w('什么缺陷', 'what is wrong'), required: true }),
    place: text({ label: w('房屋里的位置，如 主卧', 'where in the house') }),
    category: choice(CATEGORIES, { label: w('类别，默认一般', 'category; general by default') }),
    appointment: moment({
      label: w('约定的维修时间', 'agreed time of the repair'),
      bareDay: 'end',
    }),
  },
  reveals,
  examples: ['wy resident defect 001 --item "窗框变形" --place 主卧'],
  run: (ctx, input) =>
    addDefect(ctx, input.no, {
      item: input.item,
      place: input.place,
      category: input.category ?? 'general',
      appointmentAt: input.appointment,
    }),
  view: fileCard,
});

const complete = command({
  name: 'resident complete',
  about: w('办结入住、迁离或过户', 'Complete a move-in, a move-out or a change of owner'),
  fields: { no },
  reveals,
  run: (ctx, input) => completeFile(ctx, input.no),
  view: fileCard,
});

const cancel = command({
  name: 'resident cancel',
  about: w('取消入住、迁离或过户资料', 'Cancel a file'),
  fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
  reveals,
  run: (ctx, input) => cancelFile(ctx, input.no, input.reason),
  view: fileCard,
});

const note = command({
  name: 'resident note',
  about: w('在资料上记事', 'Write something down in a file'),
  fields: {
    no,
    text: text({ label: w('内容', 'text'), required: true, positional: true }),
  },
  reveals,
  run: (ctx, input) => noteOnFile(ctx, input.no, input.text),
  view: fileCard,
});

const file = command({
  name: 'resident file',
  about: w('查看一份入住、迁离或过户资料和经过', 'Show a file and its timeline'),
  fields: { no },
  reveals,
  run: (ctx, input) => showFile(ctx, input.no),
  view: filePage,
});

const moves = command({
  name: 'resident moves',
  about: w('入住、迁离、过户资料列表', 'List the files of move-ins, move-outs, changes of owner'),
  fields: {
    open: flag({ label: w('只看办理中的', 'only open ones') }),
    kind: choice(KINDS, { label: w('只看某种事项', 'only this kind') }),
    unit: unit({ label: w('某房的', 'of this unit') }),
  },
  reveals: (files) => files.map((each) => each.no),
  run: (ctx, input) => listFiles(ctx, input),
  view: fileTable,
});

const check = command({
  name: 'resident check',
  about: w('档案齐全率和缺资料的住户', 'How complete the registry is, and who lacks something'),
  fields: { building: building({ label: w('只看某栋', 'only this building') }) },
  run: (ctx, input) => checkArchive(ctx, input.building),
  view: archiveView,
});

export const commands = [
  ...openingCommands,
  paper,
  handout,
  giveBack,
  meter,
  inspection,
  defect,
  settled,
  forward,
  complete,
  cancel,
  note,
  file,
  moves,
  check,
];
