import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import type { Words } from '../lib/words.ts';
import type { Fields, Input } from './field.ts';
import type { View } from './view.ts';

interface Spec<F extends Fields, R> {
  /** `ticket open`, or one word for a command of its own. */
  name: string;
  about: Words;
  fields: F;
  view: View<R>;
  /** Fields of which exactly one must be given, the first is asked for first. */
  oneOf?: readonly (readonly (keyof F & string)[])[];
  /** Adds `--reveal`: shows personal data in full and leaves a line in the journal. */
  reveals?: boolean;
  /** Lines of the help: real commands that can be typed. */
  examples?: readonly string[];
  /** When done is not 0. */
  exit?(result: R, input: Input<F>): number;
}

/** A command that works on the ledger: gets a context and what was typed. */
export interface LedgerSpec<F extends Fields, R> extends Spec<F, R> {
  run(ctx: Ctx, input: Input<F>): R | Promise<R>;
}

/** A command about the home itself, which may have no ledger, or a broken one. */
export interface DeskSpec<F extends Fields, R> extends Spec<F, R> {
  runAtDesk(desk: Desk, input: Input<F>): R | Promise<R>;
}

/** A command as the command line sees it; its types are its own business. */
export type Command = (LedgerSpec<Fields, unknown> | DeskSpec<Fields, unknown>) & {
  readonly noun: string;
  readonly verb: string | undefined;
};

function declared(spec: { name: string }): Command {
  const [noun, verb] = spec.name.split(' ');
  return { ...spec, noun: noun ?? '', verb } as unknown as Command;
}

export const command = <F extends Fields, R>(spec: LedgerSpec<F, R>): Command => declared(spec);

export const deskCommand = <F extends Fields, R>(spec: DeskSpec<F, R>): Command => declared(spec);
