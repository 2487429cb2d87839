import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { transact } from '../ledger/transact.ts';
import { dayOf, momentOf } from '../lib/moment.ts';
import type { Lang } from '../lib/words.ts';
import type { Zone } from '../lib/zone.ts';
import type { Command } from './command.ts';
import type { FieldEnv } from './field.ts';
import { missingFields, readInput, type Typed } from './input.ts';
import { parse, peek } from './program.ts';
import type { Json, Rendering } from './shape.ts';

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
  const parsed = await parse(argv, { lang, version: base.version, width: base.host.columns });
  if (parsed.kind === 'text') return { ...parsed, desk: peeked };
  const desk = peeked.with(parsed.globals);
  if (parsed.kind === 'bare') return { kind: 'bare', help: parsed.help, desk };
  return { kind: 'order', command: parsed.command, words: parsed.words, desk };
}

export async function carryOut({ command, words, desk }: Order): Promise<Done> {
  const lang = await desk.lang();
  if ('runAtDesk' in command) {
    const env = bareEnv(desk, lang);
    const input = readInput(command, await complete(command, words, env, desk), env);
    const result = await command.runAtDesk(desk, input);
    const as = { lang, zone: await zoneOf(desk), reveal: false };
    return done(command, result, input, as, desk);
  }
  const ctx = await desk.context();
  const env: FieldEnv = { now: ctx.now, today: ctx.today, zone: ctx.zone, lang };
  const typed = await complete(command, words, env, desk, ctx);
  const input = readInput(command, typed, env);
  const result = await command.run(ctx, input);
  const reveal = command.reveals === true && words.reveal !== undefined;
  const as = { lang, zone: ctx.zone, reveal };
  if (reveal) noteReveal(ctx, command, command.view.json(result, as));
  return done(command, result, input, as, desk);
}

/** On a terminal, what was not typed is asked for. */
async function complete(command: Command, words: Typed, env: FieldEnv, desk: Desk, ctx?: Ctx) {
  if (!desk.mayAsk || missingFields(command, words).length === 0) return words;
  const { askFor } = await import('./ask.ts');
  return askFor(command, words, { env, host: desk.host, ctx });
}

/** Every full value shown leaves a line: which records, never the values (decision 26). */
function noteReveal(ctx: Ctx, command: Command, shown: Json | undefined): void {
  transact(ctx, 'reveal', (entry) => {
    entry.always = true;
    entry.changes = {
      command: [command.noun, command.verb].filter(Boolean).join(' '),
      records: Array.isArray(shown) ? shown.map(nameOfRecord) : [nameOfRecord(shown)],
    };
  });
}

function nameOfRecord(record: Json | undefined): Json {
  if (
    record === null ||
    record === undefined ||
    typeof record !== 'object' ||
    Array.isArray(record)
  )
    return null;
  return record.no ?? record.id ?? null;
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
    exitCode: command.exit?.(result, input) ?? 0,
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
  return { width: columns, color: isTerminal && !env.NO_COLOR && env.TERM !== 'dumb' };
}

const UTC: Zone = { name: 'UTC', shifts: [[0, 0]] };

async function zoneOf(desk: Desk): Promise<Zone> {
  try {
    return (await desk.policy()).zone;
  } catch {
    return UTC;
  }
}

function bareEnv(desk: Desk, lang: Lang): FieldEnv {
  const now = momentOf(desk.host.clock());
  return { now, today: dayOf(now, UTC), zone: UTC, lang };
}
