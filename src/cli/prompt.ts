import { emitKeypressEvents } from 'node:readline';
import { checkbox, confirm, input, Separator, search, select } from '@inquirer/prompts';
import type { Host } from '../host.ts';
import { type Lang, type Words, w } from '../lib/words.ts';

export interface Option {
  value: string;
  name: string;
}

const PAGE = 12;

/** What the keys do; `a` and `i` of a checkbox are more than anybody needs here. */
const KEYS: Readonly<Record<string, Words>> = {
  '↑↓': w('↑↓ 选择', '↑↓ choose'),
  space: w('空格 勾选', 'space ticks'),
  '⏎': w('⏎ 确定', '⏎ takes it'),
};

const ANSWER = { yes: w('是', 'yes'), no: w('否', 'no') };
const Y_OR_N = w('请回答 y 或 n。', 'Answer y or n.');
const NOTHING_FOUND = w('没有找到', 'nothing found');

/** Asks a person. Ctrl-C and Esc throw what `isCtrlC` and `isEsc` know. */
export class Prompter {
  readonly lang: Lang;
  readonly #host: Host;

  constructor(host: Host, lang: Lang) {
    this.#host = host;
    this.lang = lang;
  }

  /** `preset` is taken by ⏎ alone. */
  text(
    message: string,
    validate: (answer: string) => string | true | Promise<string | true>,
    preset?: string,
  ): Promise<string> {
    return this.#ask((context) => input({ message, validate, default: preset }, context));
  }

  /** Begins at `preset`, else at the first. */
  one(message: string, options: readonly Option[], preset?: string): Promise<string> {
    const choices = [...options];
    const look = { pageSize: PAGE, loop: false, theme: this.#keys() };
    const config = { message, choices, default: preset, ...look };
    return this.#ask((context) => select(config, context));
  }

  several(message: string, options: readonly Option[], required: boolean): Promise<string[]> {
    const config = { message, choices: [...options], required, loop: false, theme: this.#keys() };
    return this.#ask((context) => checkbox(config, context));
  }

  /** Chooses from what fits to what has been typed. */
  find(
    message: string,
    hint: string,
    found: (typed: string) => readonly Option[],
  ): Promise<string> {
    const source = (term: string | undefined) => {
      const typed = term?.trim() ?? '';
      const options = found(typed);
      if (options.length > 0) return [...options];
      return [new Separator(typed === '' ? hint : NOTHING_FOUND[this.lang])];
    };
    const config = { message, source, pageSize: PAGE, theme: this.#keys() };
    return this.#ask((context) => search(config, context));
  }

  yesNo(message: string): Promise<boolean> {
    const config = {
      message,
      default: false,
      transformer: (answer: boolean) => ANSWER[answer ? 'yes' : 'no'][this.lang],
      theme: { keywords: { error: () => Y_OR_N[this.lang] } },
    };
    return this.#ask((context) => confirm(config, context));
  }

  /** The line that says which keys do what, in the desk's language. */
  #keys() {
    const keysHelpTip = (keys: [key: string, action: string][]) =>
      keys.flatMap(([key]) => KEYS[key]?.[this.lang] ?? []).join('  ');
    return { style: { keysHelpTip } };
  }

  async #ask<T>(ask: (context: { signal: AbortSignal }) => Promise<T>): Promise<T> {
    const stop = new AbortController();
    const source = this.#host.terminal?.input ?? process.stdin;
    const onKey = (_: string | undefined, key: { name?: string } | undefined) => {
      if (key?.name === 'escape') stop.abort();
    };
    emitKeypressEvents(source);
    source.on('keypress', onKey);
    try {
      return await ask({ ...this.#host.terminal, signal: stop.signal });
    } finally {
      source.off('keypress', onKey);
    }
  }
}
