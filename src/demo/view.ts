import { agendaView } from '../agenda/view.ts';
import { Pen } from '../cli/pen.ts';
import type { Rendering } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import type { Duty } from '../deadlines/model.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
import type { Role } from '../policy/roles.ts';
import type { SampleEstate } from './lay-out.ts';

export interface DemoResult extends SampleEstate {
  /** How the commands to try begin: the program and the home. */
  wy: string;
}

export const demoView: View<DemoResult> = {
  json: (result, as) => ({
    home: result.home,
    units: result.units,
    residents: result.residents,
    staff: result.staff,
    tickets: result.tickets,
    complaints: result.complaints,
    moves: result.moves,
    renovations: result.renovations,
    visits: result.visits,
    enquiries: result.enquiries,
    returnedForms: result.returnedForms,
    receipts: result.receipts,
    entries: result.entries,
    books: result.books,
    inArrears: result.inArrears,
    agenda: agendaView.json(agendaOf(result), onSite(result, as)) ?? [],
  }),
  text: (result, pen) => {
    const onItsClock = new Pen(onSite(result, pen.as), {
      width: pen.width,
      color: pen.color.level > 0,
    });
    const steps = nextSteps(result).map(({ words, command }) => `${pen.dim(words)}\n  ${command}`);
    return [
      agendaView.text(agendaOf(result), onItsClock),
      pen.say(aboutWords(result)),
      [pen.heading(w('接下来试试：', 'Try next:')), ...steps].join('\n'),
    ].join('\n\n');
  },
};

function aboutWords(it: DemoResult): Words {
  const { units, residents, tickets, complaints, moves, visits, enquiries, returnedForms } = it;
  const { renovations, receipts, inArrears, entries, books } = it;
  return w(
    `示范小区：${units} 套房屋，${residents} 位住户，都是虚构的。
六个星期里：${tickets} 张工单，${complaints} 件投诉，${moves} 份入住迁离资料，${visits} 次走访回访，${enquiries} 条来访来电；意见征询收回 ${returnedForms} 份。
五个月里：${renovations} 户装修，从申请到归档。近一年的收费：${receipts} 张收据，${inArrears} 户欠费。
半年里：${books} 本登记簿 ${entries} 条登记，每天三班排班、签到、交接。
台账在 ${it.home}`,
    `A sample estate of ${units} units and ${residents} residents, all invented.
In six weeks: ${tickets} tickets, ${complaints} complaints, ${moves} move-in and move-out files, ${visits} visits, ${enquiries} enquiries; ${returnedForms} forms of the survey are back.
In five months: ${renovations} renovations, from the application to the archive. Fees of most of a year: ${receipts} receipts, ${inArrears} units in arrears.
In half a year: ${entries} entries in ${books} books; three shifts a day on the roster, handed over and signed.
Its home is ${it.home}`,
  );
}

const agendaOf = ({ agenda, policy }: DemoResult) => ({ ...agenda, policy });

/** The site's clock, not that of the user's own home. */
const onSite = ({ policy, agenda }: DemoResult, as: Rendering): Rendering => ({
  ...as,
  zone: policy.zone,
  now: agenda.now,
});

/** One to look at, one that settles something, one to enter: all of them work as they stand. */
function nextSteps({ wy, agenda }: DemoResult): { words: Words; command: string }[] {
  const first = (kind: string, role?: Role) =>
    agenda.duties.find((duty: Duty) => duty.kind === kind && (!role || duty.role === role))
      ?.subject;
  return [
    {
      words: w(
        '看一件重大投诉办到哪一步了，每一步的期限依据哪一条：',
        'Look how far a major complaint has come, and by which clause each step is due:',
      ),
      command: `${wy} complaint show ${first('complaint.resolve', 'director')}`,
    },
    {
      words: w(
        '回访一户，记下结果；名单在 wy visit due：',
        'Call a household back and note what they say; wy visit due lists them all:',
      ),
      command: `${wy} visit log ${first('ticket.callback')} --way phone --result satisfied`,
    },
    {
      words: w('接一个报修电话：', 'Take a call about a repair:'),
      command: `${wy} ticket open --unit 3-2-1501 --item "厨房水管漏水" --category leak`,
    },
  ];
}
