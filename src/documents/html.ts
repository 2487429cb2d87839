const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What no page can hold; tabs and line breaks are no harm. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}/gu;

/** Text as HTML shows it: nothing in it is ever read as a tag, an entity or the end of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(UNPRINTABLE, '\ufffd').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

/** Text inside a string of a style sheet: all but letters and digits by their code. */
export const cssString = (text: string): string => {
  const safe = text.replace(UNPRINTABLE, '\ufffd').replace(/[^\p{L}\p{N}]/gu, (sign) => {
    return `\\${sign.codePointAt(0)?.toString(16)} `;
  });
  return `"${safe}"`;
};

/** HTML that was made here; only `html` and `trusted` make it, so that no value can pass for it. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Inner = Markup | string | readonly Inner[] | null;

const textOf = (inner: Inner): string => {
  if (inner === null) return '';
  if (inner instanceof Markup) return inner.toString();
  if (typeof inner === 'string') return escapeHtml(inner);
  return inner.map(textOf).join('');
};

/** A piece of a page: whatever is put into it is text, unless it was made by `html` itself. */
export const html = (pieces: TemplateStringsArray, ...inner: readonly Inner[]): Markup =>
  new Markup(pieces.map((piece, at) => piece + textOf(inner[at] ?? null)).join(''));

/** For what stands in this program, such as its style sheet; never for values. */
export const trusted = (text: string): Markup => new Markup(text);
