import type { Words } from '../../src/lib/words.ts';

/** A text in both languages, as it stands in a cell. */
export const both = (words: Words): string =>
  (words.zh === words.en ? words.zh : `${words.zh} · ${words.en}`).replaceAll('|', '\\|');

export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

export function tableOf(
  rows: readonly (readonly string[])[],
  head: readonly string[] = ['', ''],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A paragraph in each language. */
export const paragraphs = (words: Words): string => `${words.zh}\n\n${words.en}`;

export const fenced = (language: string, text: string): string =>
  `\`\`\`${language}\n${text.trim()}\n\`\`\``;
