import { command } from '../cli/command.ts';
import { building, choice, flag, moment, text, unit } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { CATEGORIES } from '../tickets/model.ts';
import { archiveView } from './archive-view.ts';
import { checkArchive } from './check.ts';
import { checklistCommands, no, reveals } from './checklist-commands.ts';
import { cancelFile, completeFile } from './ending.ts';
import { KINDS } from './model.ts';
import { openingCommands } from './opening-commands.ts';
import { listFiles, showFile } from './record.ts';
import { fileCard, filePage, fileTable } from './view.ts';
import { addDefect, noteOnFile } from './work.ts';

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
  examples: [
    'wy resident defect 001 --item "窗框变形" --place 主卧',
    'wy resident defect 001 --item "地漏渗水" --place 卫生间 --category leak --appointment "2026-11-25 09:00"',
  ],
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
  examples: ['wy resident complete 001'],
  run: (ctx, input) => completeFile(ctx, input.no),
  view: fileCard,
});

const cancel = command({
  name: 'resident cancel',
  about: w('取消入住、迁离或过户资料', 'Cancel a file'),
  fields: { no, reason: text({ label: w('原因', 'reason'), required: true }) },
  reveals,
  examples: ['wy resident cancel 001 --reason "业主改期"'],
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
  examples: ['wy resident note 001 "购房合同原件下周带来"'],
  run: (ctx, input) => noteOnFile(ctx, input.no, input.text),
  view: fileCard,
});

const file = command({
  name: 'resident file',
  about: w('查看一份入住、迁离或过户资料和经过', 'Show a file and its timeline'),
  fields: { no },
  reveals,
  examples: ['wy resident file 001', 'wy resident file M261122-001 --reveal'],
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
  examples: ['wy resident moves --open', 'wy resident moves --unit 3-2-1501'],
  run: (ctx, input) => listFiles(ctx, input),
  view: fileTable,
});

const check = command({
  name: 'resident check',
  about: w('档案齐全率和缺资料的住户', 'How complete the registry is, and who lacks something'),
  fields: { building: building({ label: w('只看某栋', 'only this building') }) },
  examples: ['wy resident check', 'wy resident check --building 3'],
  run: (ctx, input) => checkArchive(ctx, input.building),
  view: archiveView,
});

export const commands = [
  ...openingCommands,
  ...checklistCommands,
  defect,
  complete,
  cancel,
  note,
  file,
  moves,
  check,
];
