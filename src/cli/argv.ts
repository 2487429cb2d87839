import type { Globals } from '../desk.ts';
import { GLOBALS } from './text.ts';

const TAKES_VALUE = GLOBALS.filter(({ value }) => value).map(({ name }) => `--${name}`);
const TAKES_NONE = GLOBALS.filter(({ value }) => !value).flatMap(({ name, letter }) =>
  letter ? [`--${name}`, `-${letter}`] : [`--${name}`],
);

/** A word of the command line and where it stands. */
export interface Word {
  text: string;
  at: number;
}

/** What a command line seems to say before its command is known. */
export interface Look {
  /** Words that are neither options nor values of options that every command takes. */
  plain: readonly Word[];
  /** The first option that not every command takes. */
  ownOption: Word | undefined;
  help: boolean;
  version: boolean;
  globals: Pick<Globals, 'home' | 'lang' | 'json'>;
}

/** A quick look at a command line; complains about nothing. */
export function lookAt(argv: readonly string[]): Look {
  const end = argv.indexOf('--') < 0 ? argv.length : argv.indexOf('--');
  const plain: Word[] = [];
  const options: Word[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const text = argv[at] ?? '';
    if (at === end) continue;
    if (at > end || !text.startsWith('-') || text === '-') plain.push({ text, at });
    else options.push({ text, at });
    if (at < end && TAKES_VALUE.includes(text)) at += 1;
  }
  const has = (...names: string[]) => options.some(({ text }) => names.includes(text));
  const given = (name: string) => {
    const last = options.findLast(({ text }) => text === name || text.startsWith(`${name}=`));
    if (!last) return undefined;
    return last.text === name ? argv[last.at + 1] : last.text.slice(name.length + 1);
  };
  const home = given('--home');
  const lang = given('--lang');
  return {
    plain,
    ownOption: options.find(({ text }) => !isGlobal(text)),
    help: has('-h', '--help'),
    version: has('-V', '--version'),
    globals: {
      ...(home !== undefined && { home }),
      ...(lang !== undefined && { lang }),
      ...(has('--json') && { json: true }),
    },
  };
}

const isGlobal = (option: string) =>
  TAKES_NONE.includes(option) ||
  TAKES_VALUE.some((name) => option === name || option.startsWith(`${name}=`));
