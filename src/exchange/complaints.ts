import { planComplaints } from '../complaints/bulk.ts';
import { categoryCalled } from '../complaints/categories.ts';
import { OTHER } from '../complaints/model.ts';
import type { ComplaintLine } from '../complaints/past.ts';
import { departmentFor, proposeCategory } from '../complaints/proposal-rules.ts';
import type { Ctx } from '../context.ts';
import { whereOf } from './case-columns.ts';
import type { Layout } from './columns.ts';
import { complaintColumns } from './complaint-columns.ts';
import type { Import } from './import.ts';

/** The category of a code or a name of the policy; else by the words of both cells. */
function categoryOf(ctx: Ctx, cell: string | undefined, text: string) {
  const named = cell === undefined ? undefined : categoryCalled(ctx.policy, cell);
  if (named !== undefined) return { category: named, formerCategory: undefined };
  const { categories } = ctx.policy.complaints;
  const ofCell = cell === undefined ? OTHER : proposeCategory(cell, categories).value;
  const category = ofCell === OTHER ? proposeCategory(text, categories).value : ofCell;
  return { category, formerCategory: cell };
}

type Columns = ReturnType<typeof complaintColumns>;

/**
 * Complaints of an old ledger, under the numbers they had (rule 158), past and closed ones too. What a
 * list does not tell is the least: a minor one, with grounds, by telephone.
 */
export function complaintImport(ctx: Ctx): Import<Columns, ComplaintLine> {
  const layout: Layout<Columns> = { columns: complaintColumns(ctx) };
  return {
    action: 'import.complaints',
    key: 'received',
    layout,
    toRow: ({ line, values }, { columns: has }) => {
      const text = values.text ?? '';
      const { category, formerCategory } = categoryOf(ctx, values.category, text);
      return {
        line,
        no: values.no,
        ...whereOf(values.unit, values.place),
        caller: values.caller,
        phone: values.phone,
        text,
        channel: values.channel ?? 'phone',
        grade: values.grade ?? 'minor',
        nature: values.nature,
        category,
        formerCategory,
        against: values.against?.against ?? departmentFor(category),
        againstPerson: values.against?.person,
        formerAgainst: values.against?.unknown,
        wants: values.wants,
        state: values.state,
        handler: values.handler,
        happened: values.happened,
        received: values.received ?? { day: ctx.today, at: ctx.now },
        verified: values.verified,
        facts: values.facts,
        replied: values.replied,
        resolved: values.resolved,
        result: values.result,
        told: values.told,
        closed: values.closed,
        calledBack: values.calledBack,
        callbackResult: values.callback,
        signedBy: values.signedBy,
        remark: values.remark,
        tellsEnd: has.has('resolved') || has.has('closed'),
        tellsClosing: has.has('closed'),
      };
    },
    columnOf: {
      line: 'received',
      no: 'no',
      unit: 'unit',
      place: 'place',
      caller: 'caller',
      phone: 'phone',
      text: 'text',
      channel: 'channel',
      grade: 'grade',
      nature: 'nature',
      category: 'category',
      formerCategory: 'category',
      against: 'against',
      againstPerson: 'against',
      formerAgainst: 'against',
      wants: 'wants',
      state: 'state',
      handler: 'handler',
      happened: 'happened',
      received: 'received',
      verified: 'verified',
      facts: 'facts',
      replied: 'replied',
      resolved: 'resolved',
      result: 'result',
      told: 'told',
      closed: 'closed',
      calledBack: 'calledBack',
      callbackResult: 'callback',
      signedBy: 'signedBy',
      remark: 'remark',
      tellsEnd: 'resolved',
      tellsClosing: 'closed',
    },
    plan: planComplaints,
  };
}
