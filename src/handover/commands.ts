import { command } from '../cli/command.ts';
import { day, moment, number, staff, text } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { listHandovers, showHandover } from './record.ts';
import { awaitSuccessor, drawUp, leaveNote, signHandover } from './signing.ts';
import { handoverCard, handoverTable, noteCard } from './view.ts';

const which = {
  shift: text({ label: w('交的班次', 'the shift that ends') }),
  day: day({ label: w('班次的日期', 'the day on which it began') }),
};

const draft = command({
  name: 'handover',
  about: w('下一班须知：按台账自动列出', 'What the next shift must know, drawn up from the ledger'),
  fields: which,
  examples: ['wy handover', 'wy handover --json'],
  run: drawUp,
  view: handoverCard,
});

const sign = command({
  name: 'handover sign',
  about: w('交接班，双方签字', 'Hand the shift over: both sign'),
  fields: {
    to: staff({ label: w('接班人', 'the successor'), required: true }),
    from: staff({ label: w('交班人（不写为操作人）', 'who hands over; whoever acts unless said') }),
    onPost: moment({ label: w('接班人到岗时间', 'when the successor was on post'), ask: true }),
    ...which,
  },
  examples: ['wy handover sign --to 李强 --on-post 15:40'],
  run: (ctx, { onPost, ...input }) => signHandover(ctx, { ...input, onPostAt: onPost }),
  view: handoverCard,
});

const awaiting = command({
  name: 'handover await',
  about: w('接班人没有来，留守', 'The successor has not come: stay on post'),
  fields: which,
  examples: ['wy handover await'],
  run: awaitSuccessor,
  view: handoverCard,
});

const note = command({
  name: 'handover note',
  about: w('给下一班留言', 'Leave a note for the next shift'),
  fields: { text: text({ label: w('留言', 'note'), required: true, positional: true }) },
  examples: ['wy handover note "2栋水泵今晚检修，22点恢复"'],
  run: (ctx, input) => leaveNote(ctx, input.text),
  view: noteCard,
});

const show = command({
  name: 'handover show',
  about: w('查看一次交接班', 'Show one handover'),
  fields: {
    no: number({
      ...{ label: w('编号', 'number'), required: true, positional: true },
      of: 'handover',
    }),
  },
  examples: ['wy handover show J261122-001'],
  run: (ctx, input) => showHandover(ctx, input.no),
  view: handoverCard,
});

const list = command({
  name: 'handover list',
  about: w('列出交接班（不写日期为最近一周）', 'List the handovers, of the last week unless said'),
  fields: {
    since: day({ label: w('从哪天起', 'of this day or later') }),
    until: day({ label: w('到哪天止', 'of this day or earlier') }),
  },
  examples: ['wy handover list --since 2026-11-01'],
  run: listHandovers,
  view: handoverTable,
});

export const commands = [draft, sign, awaiting, note, show, list];
