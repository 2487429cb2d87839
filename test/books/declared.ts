/** A small book of one's own; parts of it are replaced by name, others added behind it. */
export function umbrellas(parts: Readonly<Record<string, string>> = {}, more = ''): string {
  const own: Record<string, string> = {
    prefix: 'U',
    name: '雨伞',
    verbs: '{ lend: open, check: step, return: close }',
    fields: '{ borrower: { type: text, label: 借用人, required: yes } }',
    ...parts,
  };
  const lines = Object.entries(own).map(([key, value]) => `  ${key}: ${value}`);
  return ['umbrella:', ...lines, ...(more === '' ? [] : [more]), ''].join('\n');
}

/** The same with these fields, each written in a line. */
export const withFields = (...fields: string[]): string =>
  umbrellas({ fields: ['', ...fields.map((each) => `    ${each}`)].join('\n') });
