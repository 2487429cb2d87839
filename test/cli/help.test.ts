import { describe, expect, it } from 'vitest';
import { catalogue, commandsOf } from '../../src/cli/catalogue.ts';
import type { Command } from '../../src/cli/command.ts';
import { readInput } from '../../src/cli/input.ts';
import { widthOf } from '../../src/cli/layout.ts';
import { nounsAt } from '../../src/cli/nouns.ts';
import { parse } from '../../src/cli/program.ts';
import { optionName } from '../../src/lib/option-name.ts';
import { splitWords } from '../../src/lib/shell-words.ts';
import { shippedBooks } from '../support/ledger.ts';
import { NOW } from '../support/session.ts';

const commands: [name: string, command: Command][] = [];
for (const noun of Object.keys(catalogue)) {
  for (const command of (await commandsOf(noun)) ?? []) commands.push([command.name, command]);
}

const zone = { name: 'Asia/Shanghai', shifts: [[0, 480]] } as const;
const env = { now: NOW, today: '2026-11-22', zone, lang: 'zh' } as const;

const nouns = nounsAt({ books: async () => shippedBooks() });

const helpOf = async (line: string, lang: 'zh' | 'en', width?: number) => {
  const parsed = await parse(line.split(' '), { lang, version: '1', width, nouns });
  return parsed.kind === 'text' ? parsed.text : '';
};

describe('the help of every command', () => {
  it.each(commands)('wy %s', async (name, command) => {
    for (const lang of ['zh', 'en'] as const) {
      const text = await helpOf(`${name} --help`, lang);
      expect(text.startsWith(`wy ${name} – ${command.about[lang]}`)).toBe(true);
      for (const [key, field] of Object.entries(command.fields)) {
        expect(text).toContain(field.positional ? field.placeholder : `--${optionName(key)}`);
        expect(text.replace(/\s+/g, '')).toContain(field.label[lang].replace(/\s+/g, ''));
      }
    }
  });

  it.each(commands)('wy %s fits a narrow terminal', async (name) => {
    for (const lang of ['zh', 'en'] as const) {
      const text = await helpOf(`${name} --help`, lang, 40);
      const lines = text.split('\n').filter((line) => !line.startsWith('  wy '));
      expect(lines.slice(1).filter((line) => widthOf(line) > 40)).toEqual([]);
    }
  });

  it.each(commands)('wy %s takes the global options', async (name, command) => {
    const parsed = await parse(['--json', ...name.split(' '), '--lang', 'en', '--no-input'], {
      lang: 'zh',
      version: '1',
      nouns,
    });
    const globals = { json: true, lang: 'en', input: false };
    expect(parsed).toEqual({ kind: 'run', command, words: {}, globals });
  });

  it.each(commands)('the examples of wy %s can be typed', async (_, command) => {
    for (const example of command.examples ?? []) {
      const argv = splitWords(example).slice(1);
      const parsed = await parse(argv, { lang: 'zh', version: '1', nouns });
      if (parsed.kind !== 'run') throw new Error(`no command: ${example}`);
      expect(parsed.command).toBe(command);
      expect(() => readInput(command, parsed.words, env)).not.toThrow();
    }
  });
});
