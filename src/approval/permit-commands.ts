import { METHODS, type Method } from '../cash/model.ts';
import { command } from '../cli/command.ts';
import { choice, choices, day, name, number, staff } from '../cli/field.ts';
import { PARTIES, type Party } from '../deposits/model.ts';
import { misused } from '../lib/errors.ts';
import { w } from '../lib/words.ts';
import { TOLD_ROLES } from '../renovations/model.ts';
import type { RenovationRecord } from '../renovations/record.ts';
import { renovationCard } from '../renovations/view.ts';
import { type FeesTaking, showFees, takeFees } from './fees.ts';
import { askToTake } from './fees-confirming.ts';
import { feesCard } from './fees-view.ts';
import { issuePermit, openUtilities, tellOfWorks } from './permit.ts';

const no = number({
  label: w('装修编号或其末尾几位', 'number of the renovation, or its end'),
  required: true,
  positional: true,
});

const reveals = (it: RenovationRecord) => [it.no];

interface Typed {
  no: string;
  method: Method | undefined;
  party: Party | undefined;
  holder: string | undefined;
}

/** Undefined: only shown. */
function takingOf({ method, holder, ...typed }: Typed): FeesTaking | undefined {
  if (method !== undefined) return { ...typed, method, holder };
  if (holder === undefined) return undefined;
  throw misused(
    'holder_without_method',
    w('写了交款人，没有写收款方式。', 'Somebody pays, and it is not said how.'),
    w('加 --method cash、wechat 等', 'Add --method, cash or wechat for instance.'),
  );
}

const fees = command({
  name: 'reno fees',
  about: w(
    '装修的保证金和费用：不写方式只查看，写了就收清',
    'Deposits and fees of a renovation: shown, or with a method all taken',
  ),
  fields: {
    no,
    method: choice(METHODS, {
      label: w('收款方式；不写只查看', 'method; without one nothing is taken'),
    }),
    party: choice(PARTIES, { label: w('只收一方的', 'of this party only') }),
    holder: name({
      label: w(
        '交款人；默认申请人、施工单位',
        'who pays; by default the applicant, the contractor',
      ),
    }),
  },
  confirm: (ctx, input) => {
    const taking = takingOf(input);
    return taking && askToTake(ctx, taking);
  },
  examples: [
    'wy reno fees 001',
    'wy reno fees 001 --method wechat',
    'wy reno fees 001 --method cash --party team --holder 宏达装饰',
  ],
  run: (ctx, input) => {
    const taking = takingOf(input);
    return taking ? takeFees(ctx, taking) : showFees(ctx, input.no, input.party);
  },
  view: feesCard,
});

const permit = command({
  name: 'reno permit',
  about: w('发装修施工许可证', 'Issue the permit: the works may begin'),
  fields: {
    no,
    told: choices(TOLD_ROLES, { label: w('已经通知了谁', 'who knows of it already') }),
    until: day({
      label: w('施工到哪天；默认按批准的', 'last day of the works; as approved by default'),
    }),
    approvedBy: staff({
      label: w(
        '比批准的晚时，谁批准（主管或主任）',
        'who consents to a later one (supervisor or director)',
      ),
    }),
  },
  reveals,
  examples: [
    'wy reno permit 001',
    'wy reno permit 001 --told engineering,security',
    'wy reno permit 001 --until 2027-02-28 --approved-by 陈主任',
  ],
  run: (ctx, { told = [], until, ...input }) =>
    issuePermit(ctx, input.no, { told, untilOn: until, approvedBy: input.approvedBy }),
  view: renovationCard,
});

const tell = command({
  name: 'reno tell',
  about: w('已通知工程、安护某户开工', 'Engineering or security were told that works begin'),
  fields: {
    no,
    to: choices(TOLD_ROLES, { label: w('通知了谁', 'who was told'), required: true }),
  },
  reveals,
  examples: ['wy reno tell 001 --to engineering,security'],
  run: (ctx, input) => tellOfWorks(ctx, input.no, input.to),
  view: renovationCard,
});

const utilities = command({
  name: 'reno utilities',
  about: w('工程已开通施工水电', 'Engineering opened water and power for the works'),
  fields: {
    no,
    openedBy: staff({ label: w('开通人（工程）', 'who opened them'), ask: true }),
  },
  reveals,
  examples: ['wy reno utilities 001 --opened-by 李强'],
  run: (ctx, input) => openUtilities(ctx, input.no, input.openedBy),
  view: renovationCard,
});

export const permitCommands = [fees, permit, tell, utilities];
