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
