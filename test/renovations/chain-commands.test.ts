import { cpSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestAll } from '../../src/ledger/digest.ts';
import { Ledger } from '../../src/ledger/ledger.ts';
import { addDays, type Day } from '../../src/lib/day.ts';
import { CHAIN, STEPS } from '../../src/renovations/chain-rules.ts';
import { STATES, type State, type Step } from '../../src/renovations/model.ts';
import { defaultPolicy, shippedBooks, type TestCtx } from '../support/ledger.ts';
import { FrontDesk, frontDesk, temporaryPath } from '../support/session.ts';
import { INSPECTORS, stageOf } from './stages.ts';

interface Today {
  no: string;
  today: Day;
}

/** Each step as it is typed, by whoever may take it, so that only its state can be in its way. */
const LINES: Readonly<Record<Step, (on: Today) => string>> = {
  paper: ({ no }) => `reno paper ${no} --add agreement`,
  strike: ({ no }) => `reno paper ${no} --strike drawings`,
  commit: ({ no }) => `reno commit ${no} --all --signed-by 张伟 --foreman 马师傅`,
  review: ({ no }) => `reno review ${no} --pass --by 王芳`,
  object: ({ no }) => `reno review ${no} --refuse --grounds fire-hazard --by 王芳`,
  resubmit: ({ no }) => `reno resubmit ${no} --text 已改`,
  approve: ({ no }) => `reno approve ${no} --by 陈主任`,
  refuse: ({ no }) => `reno refuse ${no} --reason 方案不全 --by 陈主任`,
  fees: ({ no }) => `reno fees ${no} --method cash --yes`,
  permit: ({ no }) => `reno permit ${no}`,
  tell: ({ no }) => `reno tell ${no} --to security`,
  utilities: ({ no }) => `reno utilities ${no}`,
  worker: ({ no }) => `reno worker add ${no} --name 周师傅 --photos 2`,
  renew: ({ no, today }) => `reno worker renew ${no} 1 --until ${addDays(today, 9)}`,
  patrol: ({ no }) => `reno patrol ${no} --ok`,
  overtime: ({ no, today }) =>
    `reno overtime ${no} --from "${today} 19:00" --until "${today} 20:00" --reason 赶工 --approved-by 王芳`,
  extend: ({ no }) => `reno extend ${no} --until 2027-06-30 --reason 赶不完 --approved-by 王芳`,
  violation: ({ no }) => `reno violation ${no} --code V20 --measure persuade`,
  report: ({ no }) => `reno report ${no} 1 --to 区住建局`,
  rectify: ({ no }) => `reno rectify ${no} 1`,
  request: ({ no }) => `reno inspect ${no} --request`,
  accept: ({ no }) => `reno inspect ${no} --pass --inspectors ${INSPECTORS.join(',')}`,
  reject: ({ no }) =>
    `reno inspect ${no} --fail --inspectors ${INSPECTORS.join(',')} --note 墙面空鼓`,
  permits: ({ no }) => `reno permits ${no} --returned all`,
  clear: ({ no }) => `reno permits ${no} --returned all --cleared`,
  deduct: ({ no }) =>
    `reno deduct ${no} --amount 100 --reason 损坏地砖 --assessed-by 李强 --approved-by 陈主任 --yes`,
  reinspect: ({ no }) => `reno reinspect ${no} --pass --by 王芳`,
  fault: ({ no }) => `reno reinspect ${no} --fail --note 卫生间渗水 --by 王芳`,
  refund: ({ no }) => `reno refund ${no} --yes`,
  close: ({ no }) => `reno close ${no}`,
  cancel: ({ no }) => `reno cancel ${no} --reason 改期`,
  note: ({ no }) => `reno note ${no} 已电话联系`,
};

const OF_STATE = /^(not_yet|renovation_[a-z]+)$/;

/** A front desk whose one renovation is in this state, a minute after its last step. */
async function deskIn(state: State): Promise<{ desk: FrontDesk; on: Today }> {
  const desk = await frontDesk();
  const ledger = new Ledger(ledgerOf(desk));
  const policy = await defaultPolicy();
  const ctx: TestCtx = {
    ...{ ledger, policy, zone: policy.zone, lang: 'zh', warnings: [] },
    ...{
      books: shippedBooks(),
      attachmentsDir: 'attachments',
      printedDir: 'printed',
      templatesDir: 'templates',
    },
    ...{ now: desk.now, today: '2026-11-22', recordedAt: desk.now },
    operator: () => ({ id: 1, name: '王芳' }),
    warn: () => {},
    outside: { env: () => undefined, clock: () => desk.now },
    progress: () => {},
  };
  const staged = stageOf(ctx, state);
  ledger.close();
  desk.now = staged.ctx.now;
  return { desk, on: { no: staged.no, today: staged.ctx.today } };
}

const ledgerOf = ({ home }: FrontDesk): string => path.join(home, 'ledger.db');

/** All that the ledger holds: every table's digest, and the end of its journal. */
function contentOf(desk: FrontDesk): unknown {
  const ledger = new Ledger(ledgerOf(desk), { readonly: true });
  const last = ledger.db.prepare('SELECT * FROM journal ORDER BY seq DESC LIMIT 1').get();
  const content = { tables: digestAll(ledger.db), last };
  ledger.close();
  return content;
}

/** The same desk again, for a step that may change it. */
function copyOf(desk: FrontDesk): FrontDesk {
  const home = temporaryPath('home');
  cpSync(desk.home, home, { recursive: true });
  const copy = new FrontDesk(home);
  copy.now = desk.now;
  return copy;
}

describe.each(Object.keys(STATES) as State[])('in the state %s', (state) => {
  let desk: FrontDesk;
  let on: Today;
  let content: unknown;
  beforeAll(async () => {
    ({ desk, on } = await deskIn(state));
    content = contentOf(desk);
  });

  const isAllowed = (step: Step) => CHAIN[step].from.includes(state);

  it.each(STEPS.filter((step) => !isAllowed(step)))('%s is refused', async (step) => {
    const said = await desk.say(`${LINES[step](on)} --json`);
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.error.code).toMatch(OF_STATE);
    expect(said.error.message).toContain(STATES[state].zh);
    expect(said.error.hint).toContain(on.no);
    expect(contentOf(desk)).toEqual(content);
  });

  it.each(STEPS.filter(isAllowed))('%s is not refused for it', async (step) => {
    const copy = copyOf(desk);
    const said = await copy.say(`${LINES[step](on)} --json`);
    if (said.code === 0) {
      const to = CHAIN[step].to ?? state;
      const { json } = await copy.say(`reno show ${on.no} --json`);
      expect(json).toMatchObject({ state: to });
      return;
    }
    expect(said.code, said.err).toBe(1);
    expect(said.error.code).not.toMatch(OF_STATE);
  });
});
