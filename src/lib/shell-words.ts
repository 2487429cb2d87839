import { misused } from './errors.ts';
import { w } from './words.ts';

// One piece of a line; a # inside a word is no comment, so the caller decides.
const PIECE =
  /(?<blank>[ \t\r\n]+)|(?<comment>#)|'(?<single>[^']*)'|"(?<double>[^"\\]*(?:\\.[^"\\]*)*)"|\\(?<escaped>.)|[^ \t\r\n'"\\#]+/suy;

/**
 * One line of a batch file in words, quoted as in a POSIX shell: '…' as it stands, "…" with
 * backslash before $ ` " \, backslash outside, adjacent pieces join, '' is an empty word, # at the
 * start of a word begins a comment. Nothing is expanded: $, *, ~, |, ; and full-width quotes are
 * ordinary characters. Throws `unclosed_quote`.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; ) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(line);
    if (!piece?.groups) throw unclosed(line.charAt(at));
    at = PIECE.lastIndex;

    if (piece.groups.blank !== undefined) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (piece.groups.comment !== undefined && word === undefined) {
      break;
    } else {
      word = (word ?? '') + textOf(piece[0], piece.groups);
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/** A word as the shell of the system reads it back. */
export function quoteWord(word: string, platform: NodeJS.Platform): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  if (platform === 'win32') return /^[\p{L}\p{N}_@+=:,./\\-]+$/u.test(word) ? word : `"${word}"`;
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function textOf(piece: string, { single, double, escaped }: Record<string, string | undefined>) {
  if (double !== undefined) return double.replace(/\\([$`"\\])/g, '$1');
  return single ?? escaped ?? piece;
}

function unclosed(char: string) {
  return char === '\\'
    ? misused(
        'unclosed_quote',
        w('行末的反斜杠后面缺一个字符', 'the backslash at the end of the line escapes nothing'),
        w('删去它，或写成 \\\\', 'remove it or write \\\\'),
      )
    : misused(
        'unclosed_quote',
        w(`引号 ${char} 没有闭合`, `the quote ${char} is not closed`),
        w(`补上 ${char}，或在它前面加 \\`, `close it with ${char} or put \\ before it`),
      );
}
