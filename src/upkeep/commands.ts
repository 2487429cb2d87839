import { aboutAction } from '../cli/about.ts';
import { command, deskCommand } from '../cli/command.ts';
import {
  choices,
  day,
  file,
  flag,
  number,
  name as person,
  staff,
  text,
  whole,
} from '../cli/field.ts';
import type { Desk } from '../desk.ts';
import { refused } from '../lib/errors.ts';
import { EXIT } from '../lib/exit.ts';
import { type Words, w } from '../lib/words.ts';
import { ROLE_TITLES } from '../policy/roles.ts';
import { backUp } from './backup.ts';
import { mendAndExamine } from './doctor.ts';
import { type HistoryLine, history as readHistory } from './history.ts';
import { historyView } from './history-view.ts';
import { makeHome } from './init.ts';
import { restore as bringBack } from './restore.ts';
import { backupView, doctorView, initView, restoreView } from './view.ts';

const MOST_LINES = 1_000_000;

/** What a person is shown of a long journal. */
const SCREENFUL = 50;

const init = deskCommand({
  name: 'init',
  about: w('建立新的台账', 'Make a new home'),
  fields: {
    name: text({ label: w('小区名称', 'name of the estate'), placeholder: 'NAME' }),
    staff: person({
      label: w('第一位员工，默认系统用户', 'first member of staff; the system user by default'),
    }),
    role: choices(ROLE_TITLES, {
      label: w('其岗位，默认主管', 'their roles; supervisor by default'),
    }),
  },
  examples: ['wy init --name 蓝天新苑 --staff 王芳', 'wy init --home ./ledger --name 蓝天新苑'],
  runAtDesk: (desk, input) =>
    makeHome(desk, { name: input.name, staff: input.staff, roles: input.role }),
  inBatch: 'notAtomic',
  view: initView,
});

const doctor = deskCommand({
  name: 'doctor',
  about: w('体检：台账是否完整、未被改动', 'Check that the ledger is whole and untouched'),
  fields: {
    reindex: flag({
      label: w('先重建登记簿的查找索引', 'first make the index anew by which entries are found'),
    }),
  },
  runAtDesk: mendAndExamine,
  view: doctorView,
  exit: (findings) => (findings.every((it) => it.ok) ? EXIT.done : EXIT.unusable),
});

const backup = deskCommand({
  name: 'backup',
  about: w('备份台账', 'Back the ledger up'),
  fields: {
    file: file({
      label: w(
        '备份文件或目录，默认存入 backups',
        'file or folder of the backup; into backups by default',
      ),
      positional: true,
    }),
  },
  examples: ['wy backup', 'wy backup /mnt/usb/ledger.db'],
  runAtDesk: (desk, input) => backUp(desk, input.file),
  inBatch: 'notAtomic',
  view: backupView,
});

const restore = deskCommand({
  name: 'restore',
  about: w('从备份恢复台账', 'Bring a backup back'),
  fields: {
    file: file({ label: w('备份文件', 'file of the backup'), required: true, positional: true }),
  },
  examples: ['wy restore backups/ledger-20261122-093000.db'],
  runAtDesk: (desk, input) => bringBack(desk, input.file, (question) => agree(desk, question)),
  inBatch: 'notAtomic',
  view: restoreView,
});

/** A script has to say --yes; a person is asked. */
async function agree(desk: Desk, question: Words): Promise<void> {
  if (desk.globals.yes) return;
  if (!desk.mayAsk) {
    throw refused(
      'not_confirmed',
      w('恢复会替换现在的台账，需要确认。', 'This replaces the present ledger; say so.'),
      w('确定要恢复，请加 --yes。', 'Add --yes to go ahead.'),
    );
  }
  const { Prompter } = await import('../cli/prompt.ts');
  const lang = await desk.lang();
  if (await new Prompter(desk.host, lang).yesNo(question[lang])) return;
  throw refused('not_confirmed', w('没有恢复，台账未动。', 'Not restored; nothing was touched.'));
}

const history = command({
  name: 'history',
  about: w('变更日志：谁在何时做了什么', 'The journal: who did what, and when'),
  fields: {
    no: number({ label: w('编号或其结尾', 'number, or the end of one'), positional: true }),
    since: day({ label: w('从哪天起', 'from which day') }),
    until: day({ label: w('到哪天止', 'until which day') }),
    operator: staff({
      label: w(
        '只看某位员工的；wy 自己做的写 wy',
        'only what this member of staff did; wy for what wy itself did',
      ),
    }),
    limit: whole({
      label: w(
        `只看最近几条；终端上默认 ${SCREENFUL} 条，否则全部`,
        `only the newest; ${SCREENFUL} by default on a terminal, else all`,
      ),
      min: 1,
      max: MOST_LINES,
    }),
  },
  examples: ['wy history T261122-001', 'wy history --since 2026-11-01 --operator 王芳'],
  run: async (ctx, input, { isPerson }) => {
    const { no: subject, since, until, operator, limit } = input;
    const most = limit ?? (isPerson ? SCREENFUL : undefined);
    const found = readHistory(ctx, { subject, since, until, operator, limit: most });
    // Whoever says how many knows that there are more.
    const isCut = found.isCut && limit === undefined;
    return { ...found, isCut, actions: await wordsOf(found.lines) };
  },
  view: historyView,
});

async function wordsOf(lines: readonly HistoryLine[]): Promise<Map<string, Words>> {
  const words = new Map<string, Words>();
  for (const action of new Set(lines.map((line) => line.action))) {
    const about = await aboutAction(action);
    if (about) words.set(action, about);
  }
  return words;
}

export const commands = [init, doctor, backup, restore, history];
