import { agendaView } from '../agenda/view.ts';
import { Pen } from '../cli/pen.ts';
import type { Rendering } from '../cli/shape.ts';
import type { View } from '../cli/view.ts';
import type { Duty } from '../deadlines/model.ts';
import type { Words } from '../lib/words.ts';
import { w } from '../lib/words.ts';
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
    agenda: agendaView.json(agendaOf(result), onSite(result, as)) ?? [],
  }),
  text: (result, pen) => {
    const onItsClock = new Pen(onSite(result, pen.as), {
      width: pen.width,
      color: pen.color.level > 0,
    });
    const { units, residents, tickets, home } = result;
    const about = w(
      `示范小区：${units} 套房屋，${residents} 位住户，${tickets} 张工单，都是虚构的。\n台账在 ${home}`,
      `A sample estate of ${units} units, ${residents} residents and ${tickets} tickets, all invented.\nIts home is ${home}`,
    );
    const steps = nextSteps(result).map(({ words, command }) => `${pen.dim(words)}\n  ${command}`);
    return [
      agendaView.text(agendaOf(result), onItsClock),
      pen.say(about),
      [pen.heading(w('接下来试试：', 'Try next:')), ...steps].join('\n'),
    ].join('\n\n');
  },
};

const agendaOf = ({ agenda, policy }: DemoResult) => ({ ...agenda, policy });

/** The site's clock, not that of the user's own home. */
const onSite = ({ policy, agenda }: DemoResult, as: Rendering): Rendering => ({
  ...as,
  zone: policy.zone,
  now: agenda.now,
});

/** One to look at, one that settles something, one to enter: all of them work as they stand. */
function nextSteps({ wy, agenda }: DemoResult): { words: Words; command: string }[] {
  const first = (kind: string) => agenda.duties.find((duty: Duty) => duty.kind === kind)?.subject;
  return [
    {
      words: w(
        '看一张没按时完工的工单和它的经过：',
        'Look at a repair that was not finished in time:',
      ),
      command: `${wy} ticket show ${first('ticket.finish')}`,
    },
    {
      words: w('回访一户，记下结果：', 'Call a household back and note what they say:'),
      command: `${wy} ticket callback ${first('ticket.callback')} --result satisfied`,
    },
    {
      words: w('接一个报修电话：', 'Take a call about a repair:'),
      command: `${wy} ticket open --unit 3-2-1501 --item "厨房水管漏水" --category leak`,
    },
  ];
}
