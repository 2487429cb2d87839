import { misused, WyError } from '../lib/errors.ts';
import { optionName } from '../lib/option-name.ts';
import { list, same, type Words, w } from '../lib/words.ts';
import type { Command, Typed } from './command.ts';
import type { Field, FieldEnv } from './field.ts';
import { seeHelp } from './text.ts';

/** Fields that must be given and were not; of a `oneOf` the first stands for all. */
export function missingFields(command: Command, typed: Typed): string[] {
  const alternatives = command.oneOf ?? [];
  const needed = command.needs?.(typed) ?? [];
  const missing = Object.entries(command.fields)
    .filter(([key, field]) => field.required || needed.includes(key))
    .filter(([key]) => typed[key] === undefined)
    .map(([key]) => key);
  for (const keys of alternatives) {
    if (keys[0] && keys.every((key) => typed[key] === undefined)) missing.unshift(keys[0]);
  }
  return missing;
}

/** Parses every field; refuses missing ones all at once, and two where one is wanted. */
export function readInput(command: Command, typed: Typed, env: FieldEnv): Record<string, unknown> {
  const missing = missingFields(command, typed);
  if (missing.length > 0) {
    const names = missing.map((key) => nameOf(command, key));
    throw misused(
      'missing_fields',
      w(`缺少：${list(names).zh}`, `Missing: ${list(names).en}`),
      seeHelp(command.name),
    );
  }
  for (const keys of command.oneOf ?? []) {
    const given = keys.filter((key) => typed[key] !== undefined);
    if (given.length > 1) {
      const names = list(given.map((key) => same(`--${optionName(key)}`)));
      throw misused('one_of', w(`${names.zh} 只能给一个。`, `Give only one of ${names.en}.`));
    }
  }
  return Object.fromEntries(
    Object.entries(command.fields).map(([key, field]) => [
      key,
      parseField(key, field, typed[key], env),
    ]),
  );
}

/** `--unit（房号）`; for a `oneOf` all of them. */
function nameOf(command: Command, key: string): Words {
  const group = command.oneOf?.find((keys) => keys[0] === key) ?? [key];
  const names = group.map((each) => {
    const field = command.fields[each];
    const name = field?.positional ? (field.placeholder ?? each) : `--${optionName(each)}`;
    return field ? w(`${name}（${field.label.zh}）`, `${name} (${field.label.en})`) : same(name);
  });
  return w(names.map(({ zh }) => zh).join('或 '), names.map(({ en }) => en).join(' or '));
}

function parseField(key: string, field: Field<unknown>, typed: string | undefined, env: FieldEnv) {
  if (typed === undefined) return field.placeholder === undefined ? false : undefined;
  try {
    return field.parse(typed, env);
  } catch (error) {
    if (!(error instanceof WyError)) throw error;
    const name = field.positional ? field.label : same(`--${optionName(key)}`);
    throw new WyError(
      error.kind,
      error.code,
      w(`${name.zh}：${error.words.zh}`, `${name.en}: ${error.words.en}`),
      error.hint,
    );
  }
}

/** What a person reads when a field's text was not understood. */
export function complaintOf(field: Field<unknown>, typed: string, env: FieldEnv): string | true {
  try {
    field.parse(typed, env);
    return true;
  } catch (error) {
    if (!(error instanceof WyError)) throw error;
    const { lang } = env;
    return error.hint ? `${error.words[lang]} ${error.hint[lang]}` : error.words[lang];
  }
}
