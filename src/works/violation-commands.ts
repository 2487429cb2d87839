import { type Command, command } from '../cli/command.ts';
import { building, choices, day, flag, moment, number, text, whole } from '../cli/field.ts';
import { w } from '../lib/words.ts';
import { MEASURES } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { openOffered, violationsOrOpen } from './offers.ts';
import { rectifyViolation } from './rectifying.ts';
import { reportViolation } from './reporting.ts';
import { addViolation, askToViolate, treatViolation } from './violating.ts';
import { violationTable } from './violation-view.ts';
import { listViolations, violationCodes } from './violations.ts';

const label = w('装修编号或其末尾几位', 'number of the renovation, or its end');

const no = number({ label, required: true, positional: true });

const PART = { min: 1, max: 9_999, positional: true, placeholder: 'PART' } as const;

/** Of an open one, which may be left out where there is no other. */
const openPart = whole({
  ...PART,
  label: w('第几项违规；只有一项的可不写', 'which violation; may be left out where there is one'),
});

const reveals = (it: RenovationRecord) => [it.no];

const violation = command({
  name: 'reno violation',
  about: w(
    '登记违规和处置；对未整改的再处置',
    'Record a violation and what was done; or more that is done about an open one',
  ),
  fields: {
    no,
    code: text({
      label: w('违规代码或名称，如 V09、9', 'code or name of the violation, such as V09 or 9'),
      help: w('全部：wy reno violations --codes', 'all of them: wy reno violations --codes'),
      placeholder: 'CODE',
    }),
    part: whole({ ...PART, label: w('再处置第几项', 'which open one more is done about') }),
    measure: choices(MEASURES, { label: w('处置，可多项', 'measures'), required: true }),
    fixBy: moment({
      label: w(
        '整改期限；默认按制度的通知期',
        'put right by; by the notice of the policy by default',
      ),
      bareDay: 'end',
      ask: true,
    }),
    stopped: moment({
      label: w('何时停工，默认现在', 'when the works stopped; now by default'),
    }),
    reportedTo: text({ label: w('已报给哪个主管部门', 'the authority that was told already') }),
    reported: moment({ label: w('何时报的，默认现在', 'when it was told; now by default') }),
    note: text({ label: w('情况', 'what was seen'), ask: true }),
  },
  oneOf: [['code', 'part']],
  guides: { code: violationsOrOpen, part: openOffered },
  confirm: (ctx, input) => askToViolate(ctx, input.no, input.measure),
  reveals,
  examples: [
    'wy reno violation 001 --code V09 --measure stop-work,restore --fix-by 2026-12-05 --note "主卧承重墙开槽"',
    'wy reno violation 001 --code V24 --measure persuade',
    'wy reno violation 001 1 --measure compensation',
    'wy reno violation 001 --code V03 --measure stop-work,report --reported-to 区住建局 --reported 10:20',
  ],
  run: (ctx, input, { isAgreed }) => {
    const { code, part, stopped: stoppedAt } = input;
    const done = {
      ...{ measures: input.measure, note: input.note, fixBy: input.fixBy, stoppedAt, isAgreed },
      ...{ reportedTo: input.reportedTo, reportedAt: input.reported },
    };
    return part === undefined
      ? addViolation(ctx, input.no, { ...done, code: code ?? '' })
      : treatViolation(ctx, input.no, part, done);
  },
  view: renovationCard,
});

const violations = command({
  name: 'reno violations',
  about: w('各户装修的违规', 'Violations of all renovations'),
  fields: {
    no: number({ label: w('只看某户装修', 'of this renovation'), positional: true }),
    open: flag({ label: w('未整改的', 'not put right') }),
    overdue: flag({
      label: w('整改或上报超期的', 'not put right, or not reported, in time'),
    }),
    building: building({ label: w('某栋的', 'of this building') }),
    since: day({ label: w('某天以后发现的', 'found on this day or later') }),
    until: day({ label: w('某天以前发现的', 'found on this day or earlier') }),
    codes: flag({ label: w('列出全部代码和名称', 'list all codes and names instead') }),
  },
  examples: [
    'wy reno violations --open',
    'wy reno violations 001',
    'wy reno violations --building 3 --since 2026-11-01 --until 2026-11-30',
    'wy reno violations --codes',
  ],
  run: (ctx, { codes, ...query }) => (codes ? violationCodes(ctx) : listViolations(ctx, query)),
  view: violationTable,
});

const report = command({
  name: 'reno report',
  about: w('登记已把违规报给主管部门', 'The authority was told of a violation'),
  fields: {
    no,
    part: openPart,
    to: text({ label: w('报给哪个部门', 'the authority that was told'), required: true }),
    reported: moment({ label: w('何时报的，默认现在', 'when it was told; now by default') }),
  },
  reveals,
  examples: [
    'wy reno report 001 1 --to 区住建局',
    'wy reno report 001 --to 区城管局 --reported "今天 10:20"',
  ],
  run: (ctx, { no: typed, part, to, reported: at }) =>
    reportViolation(ctx, typed, { part, to, at }),
  view: renovationCard,
});

const rectify = command({
  name: 'reno rectify',
  about: w('违规整改合格', 'A violation was put right'),
  fields: {
    no,
    part: openPart,
    note: text({ label: w('整改情况', 'how it was put right'), ask: true }),
  },
  reveals,
  examples: ['wy reno rectify 001 1 --note "已按原状恢复"', 'wy reno rectify 001'],
  run: (ctx, { no: typed, part, note }) => rectifyViolation(ctx, typed, { part, note }),
  view: renovationCard,
});

export const violationCommands: readonly Command[] = [violation, violations, report, rectify];
