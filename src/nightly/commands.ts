import { deskCommand } from '../cli/command.ts';
import { w } from '../lib/words.ts';
import { exitOfDay } from './rules.ts';
import { runDay } from './running-commands.ts';
import { dayView } from './view.ts';

const day = deskCommand({
  name: 'run-day',
  about: w(
    '每天自动办一遍：到期的、备份、日报、发送；有超期时退出码为 4',
    'The day by itself: what is due, backup, daily report, sending; exit code 4 where something is overdue',
  ),
  fields: {},
  examples: ['wy run-day', 'wy run-day --by 王芳 --json'],
  inBatch: 'never',
  runAtDesk: (desk) => runDay(desk),
  view: dayView,
  exit: (result) => exitOfDay(result),
});

export const commands = [day];
