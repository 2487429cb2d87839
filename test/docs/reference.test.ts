import { expect, it } from 'vitest';
import { catalogue, commandsOf } from '../../src/cli/catalogue.ts';
import type { Command } from '../../src/cli/command.ts';
import { type Field, optionName } from '../../src/cli/field.ts';
import { GLOBALS, globalTerm, HELP } from '../../src/cli/text.ts';
import type { Words } from '../../src/lib/words.ts';
import { policySchemaEntries } from '../../src/policy/entries.ts';

// Both pages are made from the declarations: `npm run docs` writes them anew.

const both = (words: Words) =>
  (words.zh === words.en ? words.zh : `${words.zh} · ${words.en}`).replaceAll('|', '\\|');

it('the reference of commands is up to date', async () => {
  const pages: string[] = [];
  for (const noun of Object.keys(catalogue)) {
    for (const command of (await commandsOf(noun)) ?? []) pages.push(pageOf(command));
  }
  const globals = GLOBALS.map((option) => [
    `\`${globalTerm(option).replaceAll('|', '\\|')}\``,
    both(option.about),
  ]);
  const text = [
    '# 命令 · Commands',
    '由声明生成，请勿手改 · Generated from the declarations by `npm run docs`.',
    `## ${both(HELP.globals)}`,
    tableOf(globals),
    ...pages,
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/commands.md');
});

it('the reference of the policy is up to date', async () => {
  const rows = policySchemaEntries()
    .filter((entry) => entry.default !== null)
    .map((entry) => [
      `\`${entry.key}\``,
      `\`${entry.default}\``,
      entry.note ? both(entry.note) : '',
    ]);
  const text = [
    '# 制度参数 · The policy',
    '由 `src/policy/default.yaml` 生成 · Generated from `src/policy/default.yaml` by `npm run docs`.',
    tableOf(rows, ['条目 · Key', '默认 · Default', '说明 · Meaning']),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../docs/policy.md');
});

function pageOf(command: Command): string {
  const fields = Object.entries(command.fields);
  const positional = fields
    .filter(([, field]) => field.positional)
    .map(([, field]) => (field.required ? ` ${field.placeholder}` : ` [${field.placeholder}]`));
  const rows = fields.map(([key, field]) => rowOf(command, key, field));
  if (command.reveals) rows.push(['`--reveal`', both(HELP.reveal), '']);
  return [
    `## wy ${command.name}${positional.join('')}`,
    both(command.about),
    ...(rows.length > 0 ? [tableOf(rows, ['选项 · Option', '内容 · Meaning', ''])] : []),
    ...(command.examples ? [['```sh', ...command.examples, '```'].join('\n')] : []),
  ].join('\n\n');
}

function rowOf(command: Command, key: string, field: Field<unknown>): string[] {
  const value = field.placeholder ? ` ${field.placeholder}` : '';
  const option = field.positional ? (field.placeholder ?? key) : `--${optionName(key)}${value}`;
  const meaning = field.help ? `${both(field.label)} (${both(field.help)})` : both(field.label);
  const group = command.oneOf?.find((keys) => keys.includes(key));
  const others = group?.filter((each) => each !== key).map((each) => `--${optionName(each)}`);
  const needed = others
    ? `或 · or ${others.join(', ')}`
    : field.required
      ? `${both(HELP.required)}`
      : '';
  return [`\`${option.replaceAll('|', '\\|')}\``, meaning, needed];
}

function tableOf(rows: readonly (readonly string[])[], head: readonly string[] = ['', '']): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
