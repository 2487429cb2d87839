import type { Ctx } from '../context.ts';
import { planTickets } from '../tickets/bulk.ts';
import type { TicketLine } from '../tickets/past.ts';
import { whereOf } from './case-columns.ts';
import type { Layout } from './columns.ts';
import type { Import } from './import.ts';
import { ticketColumns } from './ticket-columns.ts';

type Columns = ReturnType<typeof ticketColumns>;

/** Repairs of an old ledger, under the numbers they had (rule 158), past and closed ones too. */
export function ticketImport(ctx: Ctx): Import<Columns, TicketLine> {
  const layout: Layout<Columns> = { columns: ticketColumns(ctx) };
  return {
    action: 'import.tickets',
    key: 'opened',
    layout,
    toRow: ({ line, values }, header) => {
      const { calledBack, callback, satisfied } = values;
      const onlyAnswer = calledBack ? satisfied : undefined;
      return {
        line,
        no: values.no,
        ...whereOf(values.unit, values.place),
        item: values.item ?? '',
        system: values.system ?? values.kind?.system,
        part: values.part,
        damage: values.damage,
        caller: values.caller,
        phone: values.phone,
        category: values.kind?.category,
        urgent: values.urgent === undefined ? values.kind?.urgent : values.urgent === 'yes',
        charge: values.charge,
        state: values.state,
        worker: values.worker,
        opened: values.opened ?? { day: ctx.today, at: ctx.now },
        appointment: values.appointment,
        arrived: values.arrived,
        finished: values.finished,
        work: values.work,
        costFen: values.cost,
        closed: values.closed,
        signedBy: values.signedBy,
        satisfied: satisfied ? satisfied !== 'dissatisfied' : undefined,
        cancelled: values.cancelled,
        calledBack,
        callbackResult: header.columns.has('callback') ? callback : onlyAnswer,
        remark: values.remark,
        tellsFinish: header.columns.has('finished'),
        tellsClosing: header.columns.has('closed') || header.columns.has('signedBy'),
      };
    },
    columnOf: {
      line: 'opened',
      no: 'no',
      unit: 'unit',
      place: 'place',
      item: 'item',
      system: 'system',
      part: 'part',
      damage: 'damage',
      caller: 'caller',
      phone: 'phone',
      category: 'kind',
      urgent: 'urgent',
      charge: 'charge',
      state: 'state',
      worker: 'worker',
      opened: 'opened',
      appointment: 'appointment',
      arrived: 'arrived',
      finished: 'finished',
      work: 'work',
      costFen: 'cost',
      closed: 'closed',
      signedBy: 'signedBy',
      satisfied: 'satisfied',
      cancelled: 'cancelled',
      calledBack: 'calledBack',
      callbackResult: 'callback',
      remark: 'remark',
      tellsFinish: 'finished',
      tellsClosing: 'closed',
    },
    plan: planTickets,
  };
}
