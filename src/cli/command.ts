import type { Ctx } from '../context.ts';
import type { Desk } from '../desk.ts';
import { optionName } from '../lib/option-name.ts';
import type { Words } from '../lib/words.ts';
import type { Fields, Input } from './field.ts';
import { GLOBALS, REVEAL } from './text.ts';
import type { View } from './view.ts';

/** What was typed, by field. */
export type Typed = Readonly<Record<string, string>>;

/**
 * `never`: not in a batch at all. `notAtomic`: it reads or writes beside the one transaction, or puts
 * another ledger in its place.
 */
type InBatch = 'never' | 'notAtomic';

/** Who reads the answer. */
interface Reader {
  /** At a terminal: shown the newest of a long list; a program or a file gets all of it. */
  isPerson: boolean;
  /** Asked with `--reveal` for personal data in full; the line in the journal is written by wy. */
  reveal: boolean;
  /** Whether a question of confirmation was answered with yes, by a person or by `--yes`. */
  isAgreed: boolean;
}

interface Spec<F extends Fields, R> {
  /** `ticket open`, `visit enquiry log`, or one word for a command of its own. */
  name: string;
  about: Words;
  fields: F;
  view: View<R>;
  /** Fields of which exactly one must be given, the first is asked for first. */
  oneOf?: readonly (readonly (keyof F & string)[])[];
  /** Further fields that must be given beside what was typed. */
  needs?(typed: Typed): readonly string[];
  /**
   * Adds `--reveal`, which shows personal data in full and leaves a line in the journal: the records
   * shown, as the journal names them; never a personal value.
   */
  reveals?(result: R): readonly string[];
  /** A file that is shown to a person at a terminal by whatever their system opens it with. */
  opens?(result: R, input: Input<F>): string | undefined;
  /** Unless it may stand in every batch; may hang on what was typed. */
  inBatch?: InBatch | ((typed: Typed) => InBatch | undefined);
  /** Lines of the help: real commands that can be typed. */
  examples?: readonly string[];
  /** When done is not 0. */
  exit?(result: R, input: Input<F>): number;
}

type Choices = Readonly<Record<string, Words>>;

/** One of several questions that make one answer together. */
export interface Turn {
  label: Words;
  choices: Choices;
}

/** What helps a person to answer for a field, where only the policy or the ledger knows it. */
export interface Guide {
  /** Asked for, whatever its field says: the answers before it want it. */
  needed?: boolean;
  /** What there is to choose from. */
  choices?: Choices | undefined;
  /** The noun whose records it names, where the answers before it say so. */
  of?: string | undefined;
  /** What is proposed, as it would be typed, and why; who is asked decides. */
  proposal?: { value: string; because: Words } | undefined;
  /** Asked one after the other instead: the keys chosen are the text, with commas. */
  turns?: readonly Turn[] | undefined;
}

/** A command that works on the ledger: gets a context and what was typed. */
export interface LedgerSpec<F extends Fields, R> extends Spec<F, R> {
  /** Fields with which a person is helped, at a prompt or by a shell, by what was said before them. */
  guides?: { readonly [K in keyof F & string]?: (typed: Typed, ctx: Ctx) => Guide };
  /**
   * What a person at the terminal is shown before it is done, the question in its last line; undefined
   * where there is nothing to ask. `--yes` answers; a script and a batch have decided already, unless
   * the command wants their `--yes` (`isAgreed`), too.
   */
  confirm?(ctx: Ctx, input: Input<F>): Words | undefined;
  run(ctx: Ctx, input: Input<F>, reader: Reader): R | Promise<R>;
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

function declared(spec: { name: string; fields: Fields }): Command {
  for (const key of Object.keys(spec.fields)) refuseTaken(spec.name, key);
  const [noun = '', ...verb] = spec.name.split(' ');
  return {
    ...spec,
    noun,
    verb: verb.length > 0 ? verb.join(' ') : undefined,
  } as unknown as Command;
}

/** `--no-…` means the contrary of another option to the parser: `--no-input`. */
const TAKEN = [...GLOBALS.map(({ name }) => name.replace(/^no-/, '')), REVEAL];

/** An option has one meaning in all commands; a field by the same name is a bug of its declaration. */
function refuseTaken(command: string, key: string): void {
  const name = optionName(key);
  if (!TAKEN.includes(name) && !name.startsWith('no-')) return;
  throw new Error(`wy ${command}: --${name} is no option that a command can have`);
}

export const command = <F extends Fields, R>(spec: LedgerSpec<F, R>): Command => declared(spec);

export const deskCommand = <F extends Fields, R>(spec: DeskSpec<F, R>): Command => declared(spec);

/** How a person is helped with a field; not at all where there is no ledger. */
export function guideFor(command: Command, key: string, typed: Typed, ctx: Ctx | undefined): Guide {
  if (!ctx || !('run' in command)) return {};
  return command.guides?.[key]?.(typed, ctx) ?? {};
}
