import Mustache from 'mustache';
import { same, type Words, w } from '../lib/words.ts';
import { FORM_TEMPLATE } from './form-template.ts';

/** Kind, name, where it begins and ends; of a section what stands in it. */
type Token = [string, string, number, number, (Token[] | string)?, ...unknown[]];

/** Their insides are named by the keys of a form's rows and by the policy's site. */
const OPEN: readonly string[] = ['values', 'site'];

const NAMING = ['name', '&', '#', '^'];

/** What is wrong with the text of a template, or null. */
export function templateFault(template: string): Words | null {
  const tokens = tokensOf(template);
  if (!Array.isArray(tokens)) return same(tokens.fault);
  const names = namesIn(tokens);
  if (!names.includes('pages')) {
    return w(
      '没有 {{#pages}} … {{/pages}}，什么也印不出来',
      'without {{#pages}} … {{/pages}} nothing is printed',
    );
  }
  const unknown = names.find((name) => !KNOWN.has(name));
  return unknown === undefined
    ? null
    : w(`没有 {{${unknown}}} 这一项`, `there is no {{${unknown}}}`);
}

function tokensOf(template: string): Token[] | { fault: string } {
  try {
    return Mustache.parse(template);
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

/** The first words of all names: `values` of `values.unit`; partials, of which there are none, in full. */
const namesIn = (tokens: readonly Token[]): string[] =>
  tokens.flatMap(([kind, name, , , inside]) => {
    if (kind === '>') return [`> ${name}`];
    if (!NAMING.includes(kind)) return [];
    const head = name === '.' ? name : (name.split('.')[0] ?? name);
    return [head, ...(Array.isArray(inside) && !OPEN.includes(head) ? namesIn(inside) : [])];
  });

/** The built-in page names everything there is. */
const KNOWN: ReadonlySet<string> = new Set([...OPEN, ...namesIn(Mustache.parse(FORM_TEMPLATE))]);
