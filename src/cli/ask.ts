import type { Ctx } from '../context.ts';
import type { Host } from '../host.ts';
import { type Lang, same, sentence, type Words, w } from '../lib/words.ts';
import { type Command, type Guide, guideFor, type Turn, type Typed } from './command.ts';
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
    const guide = guideFor(command, key, answers, asking.ctx);
    const needed = field.required || guide.needed || (inGroup && group.at(-1) === key);
    if (!needed && !field.ask && !inGroup) continue;
    const answer = guide.turns
      ? await askInTurn(prompter, guide.turns)
      : await ask(prompter, command, { field, needed, guide }, asking);
    if (answer !== '') answers[key] = answer;
  }
  return answers;
}

async function askInTurn(prompter: Prompter, turns: readonly Turn[]): Promise<string> {
  const chosen: string[] = [];
  for (const { label, choices } of turns) {
    chosen.push(await prompter.one(label[prompter.lang], optionsOf(choices, prompter.lang)));
  }
  return chosen.join(',');
}

const optionsOf = (choices: Readonly<Record<string, Words>>, lang: Lang): Option[] =>
  Object.entries(choices).map(([value, name]) => ({ value, name: name[lang] }));

interface Question {
  field: Field<unknown>;
  needed: boolean;
  guide: Guide;
}

async function ask(
  prompter: Prompter,
  command: Command,
  { field, needed, guide }: Question,
  { env, ctx }: Asking,
): Promise<string> {
  const { lang } = env;
  const label = sentence(field.label[lang]);
  const { proposal, choices = field.choices } = guide;
  const remark = proposal ? proposed(proposal, choices) : needed ? undefined : MAY_BE_EMPTY;
  const message = remark ? label + inBrackets(remark)[lang] : label;
  const none: Option[] = needed || proposal ? [] : [{ value: '', name: LEAVE_EMPTY[lang] }];
  if (field.placeholder === undefined) return (await prompter.yesNo(label)) ? 'true' : '';

  if (choices) {
    const options = optionsOf(choices, lang);
    if (field.many) return (await prompter.several(message, options, needed)).join(',');
    return prompter.one(message, [...none, ...options], proposal?.value);
  }

  const suggest = ctx && (await suggesterFor(guide.of ?? field.of, command, ctx));
  if (suggest) {
    return prompter.find(message, suggest.hint[lang], (typed) => {
      if (typed === '') return [...none, ...suggest.find('')];
      const found = suggest.find(typed);
      const asTyped = complaintOf(field, typed, env) === true && suggest.accepts?.(typed) !== false;
      const isFound = found.some(({ value }) => value === typed);
      return [...found, ...(asTyped && !isFound ? [{ value: typed, name: typed }] : []), ...none];
    });
  }

  const validate = (answer: string) => {
    if (answer.trim() === '') return needed ? MUST_HAVE[lang] : true;
    return complaintOf(field, answer, env);
  };
  return (await prompter.text(message, validate, proposal?.value)).trim();
}

/** 建议：重要，提到“漏水” */
function proposed(
  { value, because }: NonNullable<Guide['proposal']>,
  choices: Guide['choices'],
): Words {
  const word = choices?.[value] ?? same(value);
  return w(`建议：${word.zh}，${because.zh}`, `${word.en} is proposed: ${because.en}`);
}

const inBrackets = ({ zh, en }: Words): Words => w(`（${zh}）`, ` (${en})`);
