import type { Ctx } from '../context.ts';
import type { Host } from '../host.ts';
import { type Words, w } from '../lib/words.ts';
import type { Command, Typed } from './command.ts';
import type { Field, FieldEnv } from './field.ts';
import { complaintOf } from './input.ts';
import { type Option, Prompter } from './prompt.ts';
import { suggesterFor } from './suggest.ts';

const MAY_BE_EMPTY = w('可留空', 'may be empty');
const MUST_HAVE = w('必须填写。', 'This is needed.');
const LEAVE_EMPTY: Words = w('（留空）', '(leave empty)');

interface Asking {
  env: FieldEnv;
  host: Host;
  /** Undefined for a command about the home itself. */
  ctx: Ctx | undefined;
}

/** Asks on the terminal for what was not typed: what is required, then what is worth asking. */
export async function askFor(command: Command, typed: Typed, asking: Asking): Promise<Typed> {
  const answers: Record<string, string> = { ...typed };
  const prompter = new Prompter(asking.host, asking.env.lang);
  for (const [key, field] of Object.entries(command.fields)) {
    const group = command.oneOf?.find((keys) => keys.includes(key)) ?? [key];
    if (group.some((each) => answers[each] !== undefined)) continue;
    const inGroup = group.length > 1;
    if (!field.required && !field.ask && !inGroup) continue;
    const needed = field.required || (inGroup && group.at(-1) === key);
    const answer = await ask(prompter, command, field, needed, asking);
    if (answer !== '') answers[key] = answer;
  }
  return answers;
}

async function ask(
  prompter: Prompter,
  command: Command,
  field: Field<unknown>,
  needed: boolean,
  { env, ctx }: Asking,
): Promise<string> {
  const { lang } = env;
  const label = sentence(field.label[lang]);
  const message = needed
    ? label
    : `${label}${w('（', ' (')[lang]}${MAY_BE_EMPTY[lang]}${w('）', ')')[lang]}`;
  const none: Option[] = needed ? [] : [{ value: '', name: LEAVE_EMPTY[lang] }];
  if (field.placeholder === undefined) return (await prompter.yesNo(label)) ? 'true' : '';

  if (field.choices) {
    const options = Object.entries(field.choices).map(([value, name]) => ({
      value,
      name: name[lang],
    }));
    if (field.many) return (await prompter.several(message, options, needed)).join(',');
    return prompter.one(message, [...none, ...options]);
  }

  const suggest = ctx && (await suggesterFor(field, command, ctx));
  if (suggest) {
    return prompter.find(message, suggest.hint[lang], (typed) => {
      if (typed === '') return [...none, ...suggest.find('')];
      const found = suggest.find(typed);
      const asTyped = complaintOf(field, typed, env) === true;
      const isFound = found.some(({ value }) => value === typed);
      return [...found, ...(asTyped && !isFound ? [{ value: typed, name: typed }] : []), ...none];
    });
  }

  const validate = (answer: string) => {
    if (answer.trim() === '') return needed ? MUST_HAVE[lang] : true;
    return complaintOf(field, answer, env);
  };
  return (await prompter.text(message, validate)).trim();
}

const sentence = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
