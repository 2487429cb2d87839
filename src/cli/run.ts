import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { transact } from '../ledger/transact.ts';
import { EXIT } from '../lib/exit.ts';
import { dayOf } from '../lib/moment.ts';
import type { Lang } from '../lib/words.ts';
import { UTC, type Zone } from '../lib/zone.ts';
import type { Command, Typed } from './command.ts';
import type { FieldEnv } from './field.ts';
import { missingFields, readInput } from './input.ts';
import { nounsAt } from './nouns.ts';
import { parse, peek } from './program.ts';
import type { Json, Rendering } from './shape.ts';
import { REVEAL } from './text.ts';

/** What came of one command line. */
export type Outcome = Done | Exclude<Understood, Order>;

/** A command line that is no command: help, the version, nothing at all. */
type Understood =
  | Order
  | { kind: 'text'; text: string; desk: Desk }
  | { kind: 'bare'; help: string; desk: Desk };

/** A command that was understood, and the desk at which it is to be carried out. */
export interface Order {
  kind: 'order';
  command: Command;
  words: Typed;
  desk: Desk;
}

export interface Done {
  kind: 'done';
  exitCode: number;
  desk: Desk;
  json(): Json | undefined;
  text(): Promise<string>;
}

/** Reads one command line and carries it out; can be called again and again in one process. */
export async function execute(argv: readonly string[], base: Desk): Promise<Outcome> {
  const understood = await understand(argv, base);
  return understood.kind === 'order' ? carryOut(understood) : understood;
}

export async function understand(argv: readonly string[], base: Desk): Promise<Understood> {
  const peeked = base.with(peek(argv));
  const lang = await peeked.lang();
  const parsed = await parse(argv, {
    ...{ lang, version: base.version, width: base.host.columns },
    nouns: nounsAt(peeked),
  });
  if (parsed.kind === 'text') return { ...parsed, desk: peeked };
  const desk = peeked.with(parsed.globals);
  if (parsed.kind === 'bare') return { kind: 'bare', help: parsed.help, desk };
  return { kind: 'order', command: parsed.command, words: parsed.words, desk };
}

export async function carryOut(order: Order): Promise<Done> {
  const { command, desk } = order;
  return 'runAtDesk' in command
    ? carryOutAtDesk(command, order, await desk.lang())
    : carryOutOnLedger(command, order, await desk.context());
}

async function carryOutAtDesk(
  command: Extract<Command, { runAtDesk: unknown }>,
  { words, desk }: Order,
  lang: Lang,
): Promise<Done> {
  const now = desk.recordedAt();
  const env: FieldEnv = { now, today: dayOf(now, UTC), zone: UTC, lang };
  const input = readInput(command, await complete(command, words, env, desk), env);
  const result = await command.runAtDesk(desk, input);
  return done(command, result, input, { lang, zone: await zoneOf(desk), now, reveal: false }, desk);
}

async function carryOutOnLedger(
  command: Extract<Command, { run: unknown }>,
  { words, desk }: Order,
  ctx: Ctx,
): Promise<Done> {
  const { now, today, zone, lang } = ctx;
  const env: FieldEnv = { now, today, zone, lang };
  const input = readInput(command, await complete(command, words, env, desk, ctx), env);
  let isAgreed = desk.globals.yes === true;
  if (command.confirm && desk.mayAsk && !isAgreed) {
    const { goOn } = await import('./confirm.ts');
    await goOn(desk.host, lang, command.confirm(ctx, input));
    isAgreed = true;
  }
  const isPerson = desk.host.isTerminal && !desk.globals.json;
  const reveal = command.reveals !== undefined && words[REVEAL] !== undefined;
  const result = await command.run(ctx, input, { isPerson, reveal, isAgreed });
  if (reveal) noteReveal(ctx, command.name, command.reveals?.(result) ?? []);
  const opened = isPerson ? command.opens?.(result, input) : undefined;
  if (opened !== undefined) await desk.host.open(opened);
  return done(command, result, input, { lang, zone, now, reveal }, desk);
}

/** On a terminal, what was not typed is asked for. */
async function complete(command: Command, words: Typed, env: FieldEnv, desk: Desk, ctx?: Ctx) {
  if (!desk.mayAsk || missingFields(command, words).length === 0) return words;
  const { askFor } = await import('./ask.ts');
  return askFor(command, words, { env, host: desk.host, ctx });
}

/** Every full value shown leaves a line: which records, never the values. */
function noteReveal(ctx: Ctx, command: string, records: readonly string[]): void {
  transact(ctx, 'reveal', (entry) => {
    entry.always = true;
    entry.changes = { command, records };
  });
}

function done(
  command: Command,
  result: unknown,
  input: Record<string, unknown>,
  as: Rendering,
  desk: Desk,
): Done {
  return {
    kind: 'done',
    exitCode: command.exit?.(result, input) ?? EXIT.done,
    desk,
    json: () => command.view.json(result, as),
    text: async () => {
      const { Pen } = await import('./pen.ts');
      return command.view.text(result, new Pen(as, paperOf(desk)));
    },
  };
}

/** Colour follows NO_COLOR and the terminal. */
function paperOf(desk: Desk) {
  const { env, isTerminal, columns } = desk.host;
  const wantsColor = desk.globals.color !== false && !env.NO_COLOR && env.TERM !== 'dumb';
  return { width: columns, color: isTerminal && wantsColor };
}

async function zoneOf(desk: Desk): Promise<Zone> {
  try {
    return (await desk.policy()).zone;
  } catch {
    return UTC;
  }
}
