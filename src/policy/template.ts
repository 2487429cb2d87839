import { parseDocument, stringify } from 'yaml';
import type { Lang } from '../lib/words.ts';
import { inLanguage } from './comments.ts';
import { DEFAULT_TEXT } from './default.ts';

export interface NewSite {
  siteName: string;
  /** System users and the member of staff each of them is. */
  operators: Readonly<Record<string, string>>;
}

/**
 * The policy.yaml of a new home: the defaults with comments in one language, that language as the
 * site's, and its name and operators written so that YAML reads them back as they are.
 */
export function policyText(lang: Lang, { siteName, operators }: NewSite): string {
  const text = inLanguage(DEFAULT_TEXT, lang);
  const users = Object.entries(operators).map(
    ([user, staff]) => `\n  ${yamlText(user)}: ${yamlText(staff)}`,
  );
  return fill(text, [
    { path: ['language'], written: lang },
    { path: ['site', 'name'], written: yamlText(siteName) },
    { path: ['operators'], written: users.join('') || '{}' },
  ]);
}

/** Replaces values where they stand, so that the comments around them stay. */
function fill(text: string, changes: { path: string[]; written: string }[]): string {
  const document = parseDocument(text);
  const places = changes.map(({ path, written }) => ({ written, ...placeOf(document, path) }));
  return places
    .sort((a, b) => b.from - a.from)
    .reduce((filled, { from, to, written }) => {
      const before = filled.slice(0, from);
      return `${written.startsWith('\n') ? before.trimEnd() : before}${written}${filled.slice(to)}`;
    }, text);
}

function placeOf(document: ReturnType<typeof parseDocument>, path: string[]) {
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
  if (!node?.range) throw new Error(`default.yaml lacks ${path.join('.')}`);
  return { from: node.range[0], to: node.range[1] };
}

/** One line of YAML that reads back as this text; plain where that is safe. */
function yamlText(value: string): string {
  const plain = stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
  return plain.includes('\n') ? JSON.stringify(value) : plain;
}
