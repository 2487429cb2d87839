import Mustache from 'mustache';

/** What a template may speak of. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * Fills a template of JSON text: `{"text":"{{title}}"}`. Each value is escaped for the inside of a JSON
 * string, so that no quote or line end of a message breaks the body.
 */
export const fillJson = (template: string, values: TemplateValues): string =>
  Mustache.render(template, values, {}, { escape: (value) => inString(String(value)) });

const inString = (text: string): string => JSON.stringify(text).slice(1, -1);

/** What is wrong with a template: it is no Mustache, names what there is not, or makes no JSON. */
export type TemplateFault =
  | { is: 'syntax' | 'json' | 'silent' }
  | { is: 'mark'; mark: string }
  | { is: 'name'; name: string };

/**
 * The first fault of a template that may speak of these names; undefined where it has none. Only plain
 * `{{name}}` is taken, since an unescaped value could become a part of the body. `silent`: it holds none
 * of the names of which one is needed.
 */
export function jsonTemplateFault(
  template: string,
  { names, oneOf }: { names: readonly string[]; oneOf: readonly string[] },
): TemplateFault | undefined {
  const tokens = tokensOf(template);
  if (tokens === undefined) return { is: 'syntax' };
  for (const [kind, name] of tokens) {
    if (kind === 'text' || kind === '!') continue;
    if (kind !== 'name') return { is: 'mark', mark: kind };
    if (!names.includes(name)) return { is: 'name', name };
  }
  const filled = fillJson(template, Object.fromEntries(names.map((name) => [name, SAMPLE])));
  if (!isObject(filled)) return { is: 'json' };
  return tokens.some(([kind, name]) => kind === 'name' && oneOf.includes(name))
    ? undefined
    : { is: 'silent' };
}

/** All that could break a JSON string. */
const SAMPLE = '日报 "1" \\ \n {}[],: \u2028';

function tokensOf(template: string): [kind: string, name: string][] | undefined {
  try {
    return Mustache.parse(template).map(([kind, name]) => [kind, String(name)]);
  } catch {
    return undefined;
  }
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}
