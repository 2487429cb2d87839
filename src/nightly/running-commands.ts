import path from 'node:path';
import { agenda } from '../agenda/service.ts';
import type { Ctx } from '../context.ts';
import { stateOf } from '../deadlines/rules.ts';
import type { Desk } from '../desk.ts';
import { chunksOf } from '../formats/chunks-view.ts';
import type { Report } from '../formats/model.ts';
import { EXIT } from '../lib/exit.ts';
import { same, type Words, w } from '../lib/words.ts';
import type { Listed } from '../outbox/model.ts';
import { placesOf } from '../outbox/queueing.ts';
import { exitOfSent } from '../outbox/rules.ts';
import { sendWaiting } from '../outbox/sending.ts';
import { sentWords } from '../outbox/view.ts';
import { dailyReport } from '../reports/daily.ts';
import { renderingOf, sentOf } from '../reports/telling-commands.ts';
import { applyDue } from './due.ts';
import { failedStep } from './failing.ts';
import type { DayRun, Step, StepName, StepResult } from './model.ts';
import { saveLedger, saveReport } from './saving.ts';

/**
 * A day's work that needs nobody, one step after the other, each whatever became of those before. Twice
 * a day, or two at once, do what one does.
 */
export async function runDay(desk: Desk): Promise<DayRun> {
  const opened = await openedBy(desk);
  if ('step' in opened) {
    const backup = await carriedOut(desk, 'backup', () => saved(desk, undefined));
    return { day: desk.recordedAt().slice(0, 10), steps: [opened.step, backup], overdue: null };
  }
  const { ctx } = opened;
  const report = once(() => dailyReport(ctx, ctx.today));
  const steps = [
    await carriedOut(desk, 'due', () => applyDue(ctx)),
    await carriedOut(desk, 'backup', () => saved(desk, ctx)),
    await carriedOut(desk, 'report', () => writeReport(desk, ctx, report())),
    await carriedOut(desk, 'send', () => sendReport(ctx, report)),
    await carriedOut(desk, 'outbox', async () => toldOf(await sendWaiting(ctx), NOTHING_WAITS)),
  ];
  let overdue: number | null = null;
  const counted = await carriedOut(desk, 'overdue', () => {
    overdue = overdueIn(ctx);
    const told = w(`${overdue} 项`, String(overdue));
    return { state: overdue > 0 ? 'done' : 'skipped', told, code: null };
  });
  return { day: ctx.today, steps: [...steps, counted], overdue };
}

async function openedBy(desk: Desk): Promise<{ ctx: Ctx } | { step: Step }> {
  try {
    return { ctx: await desk.context() };
  } catch (error) {
    return { step: failed(desk, 'open', error) };
  }
}

async function carriedOut(
  desk: Desk,
  step: StepName,
  work: () => StepResult | Promise<StepResult>,
): Promise<Step> {
  try {
    const result = await work();
    return { step, ...result, exitCode: result.state === 'failed' ? EXIT.refused : EXIT.done };
  } catch (error) {
    return failed(desk, step, error);
  }
}

function failed({ host }: Desk, step: StepName, error: unknown): Step {
  const { failed, trace } = failedStep(step, error);
  if (trace !== null) host.err(`${trace}\n`);
  return failed;
}

/** Built by whichever step needs it first. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function saved(desk: Desk, ctx: Ctx | undefined): Promise<StepResult> {
  const { name, isNew, removed } = await saveLedger(desk, ctx);
  if (!isNew) return skipped(w(`此后没有变动：${name}`, `no change since ${name}`));
  const told =
    removed === 0
      ? same(name)
      : w(`${name}，删去旧的 ${removed} 份`, `${name}, ${removed} old removed`);
  return { state: 'done', told, code: null };
}

async function writeReport(desk: Desk, ctx: Ctx, report: Report): Promise<StepResult> {
  let page = '';
  for await (const chunk of await chunksOf(report, 'html', renderingOf(ctx))) page += String(chunk);
  const file = saveReport(desk.home.reportsDir, `daily-${ctx.today}.html`, page);
  const told = path.join('reports', path.basename(file));
  return { state: 'done', told: same(told), code: null };
}

async function sendReport(ctx: Ctx, report: () => Report): Promise<StepResult> {
  if (placesOf(ctx, 'daily').length === 0) return NOWHERE;
  const told = await sentOf(ctx, report(), `daily:${ctx.today}`);
  return told.is === 'sent' ? toldOf(told.sent, NOWHERE) : NOWHERE;
}

const skipped = (told: Words): StepResult => ({ state: 'skipped', told, code: null });

const NOWHERE = skipped(
  w(
    '政策没有写发到哪里（sending.messages.daily）',
    'the policy names no place (sending.messages.daily)',
  ),
);
const NOTHING_WAITS = skipped(w('没有要补发的', 'nothing waits'));

function toldOf(sent: readonly Listed[], none: StepResult): StepResult {
  if (sent.length === 0) return none;
  const hasFailed = exitOfSent(sent) !== EXIT.done;
  const code = hasFailed ? (sent.find(({ fault }) => fault !== null)?.fault ?? 'not_sent') : null;
  return { state: hasFailed ? 'failed' : 'done', told: sentWords(sent), code };
}

const overdueIn = (ctx: Ctx): number => {
  const { duties, now } = agenda(ctx, {});
  return duties.filter((duty) => stateOf(duty, now) === 'overdue').length;
};
